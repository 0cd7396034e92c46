import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export function Card({ className, ...props }: ComponentProps<'section'>) {
  return <section className={cn('rounded-card border bg-surface', className)} {...props} />
}

export function CardHead({
  title,
  hint,
  action,
  className,
}: {
  title: ReactNode
  hint?: ReactNode
  action?: ReactNode
  className?: string
}) {
  return (
    <header className={cn('flex min-h-12 items-center gap-2 px-4 py-2', className)}>
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <h2 className="text-base font-semibold">{title}</h2>
        {hint && <span className="text-xs text-muted">{hint}</span>}
      </div>
      {action && <div className="ms-auto">{action}</div>}
    </header>
  )
}

/** The body of a screen: keeps lines readable on wide screens and scrolls by itself. */
export function Page({ className, wide, ...props }: ComponentProps<'div'> & { wide?: boolean }) {
  return (
    <div className="h-full overflow-y-auto">
      <div
        className={cn(
          'mx-auto flex w-full flex-col gap-4 p-4 md:p-6',
          wide ? 'max-w-[1440px]' : 'max-w-4xl',
          className,
        )}
        {...props}
      />
    </div>
  )
}

export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'rounded-sm border bg-surface px-1.5 font-sans text-2xs leading-4 font-medium text-muted max-md:hidden',
        className,
      )}
      {...props}
    />
  )
}
