import { Tabs as Radix, ToggleGroup } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export const Tabs = Radix.Root
export const TabPanel = Radix.Content

export function TabList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={cn('flex gap-4 border-b text-sm font-medium text-muted', className)} {...props} />
}

export function Tab({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={cn(
        '-mb-px min-h-9 border-b-2 border-transparent px-0.5 hover:text-text data-[state=active]:border-primary data-[state=active]:text-text max-md:min-h-11',
        className,
      )}
      {...props}
    />
  )
}

interface SegmentedProps<T extends string> {
  label: string
  value: T | undefined
  onChange: (value: T) => void
  options: { value: T; label: ReactNode; disabled?: boolean }[]
  tone?: 'ai'
  className?: string
}

/** One of a few, all visible. Exactly one is chosen, unless none holds just now. */
export function Segmented<T extends string>({ label, value, onChange, options, tone, className }: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => next && onChange(next as T)}
      className={cn('inline-flex h-8 rounded-control border bg-surface max-md:h-11', className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cn(
            'flex items-center gap-1.5 border-e px-2.5 text-sm font-medium text-muted first:rounded-s-[5px] last:rounded-e-[5px] last:border-e-0 hover:text-text disabled:opacity-50 [&_svg]:size-4',
            tone === 'ai'
              ? 'data-[state=on]:bg-ai-soft data-[state=on]:text-ai'
              : 'data-[state=on]:bg-primary-soft data-[state=on]:text-primary',
          )}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
