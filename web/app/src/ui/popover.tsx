import { Popover as Radix, Tooltip as RadixTooltip } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { floating } from './menu'

export const Popover = Radix.Root
export const PopoverTrigger = Radix.Trigger
export const PopoverAnchor = Radix.Anchor
export const PopoverClose = Radix.Close
export const TooltipProvider = RadixTooltip.Provider

export function PopoverContent({ className, sideOffset = 6, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(floating, 'w-72 max-w-[calc(100vw-16px)] p-3 text-sm', className)}
        {...props}
      />
    </Radix.Portal>
  )
}

/** A name for an icon, a full text for a cut one; never the only place where something is said. */
export function Tooltip({
  label,
  children,
  keys,
  className,
}: {
  label: ReactNode
  children: ReactNode
  keys?: ReactNode
  className?: string
}) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-50 flex max-w-72 items-center gap-2 rounded-control bg-text px-2 py-1 text-xs font-medium text-canvas shadow-float',
            className,
          )}
        >
          {label}
          {keys}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  )
}
