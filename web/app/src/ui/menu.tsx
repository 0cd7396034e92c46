import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Not modal: the screen behind keeps its place for screen readers, and one click reaches what lies beside the menu. */
export function Menu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />
}

export const MenuTrigger = Radix.Trigger
export const MenuGroup = Radix.Group
export const MenuRadioGroup = Radix.RadioGroup
export const MenuSub = Radix.Sub

export const floating =
  'z-50 rounded-card border bg-surface text-text shadow-float data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0'

const item =
  'flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 py-1 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

export function MenuContent({ className, sideOffset = 6, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          floating,
          'max-h-[min(480px,var(--radix-dropdown-menu-content-available-height))] min-w-48 overflow-y-auto p-1',
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  )
}

export function MenuItem({ className, danger, ...props }: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return <Radix.Item className={cn(item, danger && 'text-danger [&_svg]:text-danger', className)} {...props} />
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem
      className={cn(item, 'data-[state=checked]:font-medium data-[state=checked]:text-primary', className)}
      {...props}
    >
      <span className="flex-1">{children}</span>
      <Radix.ItemIndicator>✓</Radix.ItemIndicator>
    </Radix.RadioItem>
  )
}

export function MenuCheckboxItem({ className, children, ...props }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    // several may be chosen in one go
    <Radix.CheckboxItem className={cn(item, className)} onSelect={(event) => event.preventDefault()} {...props}>
      <span className="flex-1">{children}</span>
      <Radix.ItemIndicator>✓</Radix.ItemIndicator>
    </Radix.CheckboxItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn('px-2 py-1.5 text-2xs font-medium text-muted', className)} {...props} />
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />
}
