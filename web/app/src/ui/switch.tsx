import { Switch as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

/** On or off, at once. `tone="ai"` where it switches the assistant. */
export function Switch({ className, tone, ...props }: ComponentProps<typeof Radix.Root> & { tone?: 'ai' }) {
  return (
    <Radix.Root
      className={cn(
        'relative flex h-6 w-10 items-center shrink-0 rounded-full border border-control bg-control transition-colors duration-120',
        tone === 'ai'
          ? 'data-[state=checked]:border-ai data-[state=checked]:bg-ai'
          : 'data-[state=checked]:border-primary data-[state=checked]:bg-primary',
        className,
      )}
      {...props}
    >
      <Radix.Thumb className="block size-[18px] translate-x-0.5 rounded-full bg-surface transition-transform duration-120 data-[state=checked]:translate-x-[18px] rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-[18px]" />
    </Radix.Root>
  )
}
