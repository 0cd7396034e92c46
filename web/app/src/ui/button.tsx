import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const buttonStyle = cva(
  'inline-flex items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap select-none transition-colors duration-120 disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      kind: {
        default: 'border-border bg-surface text-text hover:bg-sunken',
        primary: 'border-primary bg-primary text-on-primary hover:border-primary-hover hover:bg-primary-hover',
        ghost: 'border-transparent bg-transparent text-muted hover:bg-sunken hover:text-text',
        danger: 'border-danger bg-danger text-on-danger hover:opacity-90',
        ai: 'border-transparent bg-ai-soft text-ai hover:brightness-97 dark:hover:brightness-125',
        link: 'h-auto! border-transparent px-0! text-primary underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-8 px-2.5 text-sm',
        md: 'h-9 px-3.5 text-sm max-md:h-11',
        lg: 'h-11 px-5 text-[15px]',
        icon: 'size-8 p-0 text-sm max-md:size-11',
      },
    },
    defaultVariants: { kind: 'default', size: 'md' },
  },
)

type Props = ComponentProps<'button'> & VariantProps<typeof buttonStyle> & { asChild?: boolean; busy?: boolean }

/** A button says what it does. While `busy` it keeps its width and its focus, and is not pressed twice. */
export function Button({ kind, size, asChild, busy, className, onClick, type, ...props }: Props) {
  const Tag = asChild ? Slot.Root : 'button'
  return (
    <Tag
      className={cn(buttonStyle({ kind, size }), className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...(asChild ? {} : { type: type ?? 'button' })}
      {...props}
    />
  )
}
