import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const box =
  'w-full rounded-control border border-control/60 bg-surface px-3 text-base text-text transition-colors duration-120 hover:border-control aria-invalid:border-danger disabled:bg-sunken disabled:text-muted'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-9 max-md:h-11', className)} {...props} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(box, 'min-h-20 py-2', className)} {...props} />
}

/** The platform's own list: it opens the phone's picker, and needs no script. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex w-full', className)}>
      <select className={cn(box, 'h-9 appearance-none truncate pe-8 max-md:h-11')} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  )
}
