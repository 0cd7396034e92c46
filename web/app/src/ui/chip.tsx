import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const style = cva(
  'inline-flex h-[22px] items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-muted',
        primary: 'bg-primary-soft text-primary',
        ai: 'bg-ai-soft text-ai',
        success: 'bg-success-soft text-success',
        warning: 'bg-warning-soft text-warning',
        danger: 'bg-danger-soft text-danger',
        info: 'bg-info-soft text-info',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type Tone = NonNullable<VariantProps<typeof style>['tone']>

/** A state in a word. `dot` marks it for those who look; the word is for everybody. */
export function Chip({
  tone,
  dot,
  className,
  children,
  ...props
}: ComponentProps<'span'> & { tone?: Tone; dot?: boolean }) {
  return (
    <span className={cn(style({ tone }), className)} {...props}>
      {dot && <span aria-hidden className="size-2 shrink-0 rounded-full bg-current" />}
      {children}
    </span>
  )
}

/** How many wait: nothing for none. */
export function Count({ value, className, ...props }: ComponentProps<'span'> & { value: number }) {
  if (value <= 0) return null
  return (
    <span
      className={cn(
        'num grid h-[18px] min-w-[18px] place-items-center rounded-full bg-primary px-1.5 text-2xs font-semibold text-on-primary',
        className,
      )}
      {...props}
    >
      {value > 99 ? '99+' : value}
    </span>
  )
}
