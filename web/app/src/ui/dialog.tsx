import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from './button'
import { cn } from './cn'

export const DialogClose = Radix.Close

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  className?: string
}

const overlay =
  'fixed inset-0 z-40 bg-[#0b1015]/40 data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0'

/** With a mouse and a keyboard one begins to type at once; on a phone the keyboard would hide half of the form. */
function focusFirstField(event: Event) {
  const first = (event.target as HTMLElement | null)?.querySelector<HTMLElement>(
    'input:not([readonly]), textarea, select',
  )
  if (!first || !matchMedia('(pointer: fine)').matches) return
  event.preventDefault()
  first.focus()
}

function Head({ title, description }: Pick<Props, 'title' | 'description'>) {
  const { t } = useTranslation()
  return (
    <div className={cn('flex gap-3 border-b px-5 py-4', description ? 'items-start' : 'items-center')}>
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
        {description && <Radix.Description className="mt-0.5 text-sm text-muted">{description}</Radix.Description>}
      </div>
      <Radix.Close asChild>
        <Button
          kind="ghost"
          size="icon"
          aria-label={t('close')}
          className={cn('-me-2 max-md:-my-2.5', description ? 'md:-mt-1' : 'md:-my-1')}
        >
          <X aria-hidden />
        </Button>
      </Radix.Close>
    </div>
  )
}

/** A question in the middle of the screen. Only for what cannot be undone, or a short form. */
export function Dialog({ open, onOpenChange, title, description, children, footer, className }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay} />
        <Radix.Content
          onOpenAutoFocus={focusFirstField}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed top-1/2 start-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-md -translate-x-1/2 -translate-y-1/2 flex-col overflow-hidden rounded-sheet border bg-surface shadow-float duration-180 data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-97 rtl:translate-x-1/2',
            className,
          )}
        >
          <Head title={title} description={description} />
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>}
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A panel from the end of the screen; on phones it rises from the bottom and takes the width. */
export function Sheet({ open, onOpenChange, title, description, children, footer, className }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay} />
        <Radix.Content
          onOpenAutoFocus={focusFirstField}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed z-50 flex flex-col overflow-hidden border bg-surface shadow-float duration-180 data-[state=closed]:animate-out data-[state=open]:animate-in',
            'max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[92dvh] max-md:rounded-t-sheet max-md:data-[state=closed]:slide-out-to-bottom max-md:data-[state=open]:slide-in-from-bottom',
            'md:inset-y-0 md:end-0 md:w-[440px] md:data-[state=closed]:slide-out-to-end md:data-[state=open]:slide-in-from-end',
            className,
          )}
        >
          <Head title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
