import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/popover'

interface Props {
  /** the days that are shown, in words */
  title: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** what stands beside the calendar where there is room */
  children: ReactNode
}

/** Where there is no room beside the calendar, its date opens what would stand there. */
export function WhenAndWho({ title, open, onOpenChange, children }: Props) {
  const { t } = useTranslation('calendar')
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <PopoverTrigger asChild>
        <Button
          kind="ghost"
          className="max-w-full gap-1 px-1.5 text-lg font-semibold tracking-tight text-text outline-offset-[-2px]! max-md:px-1 max-md:text-base lg:hidden"
          aria-label={t('toolbar.choose', { date: title })}
        >
          <span className="truncate first-letter:uppercase">{title}</span>
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        className="flex max-h-(--radix-popover-content-available-height) w-80 flex-col gap-4 overflow-y-auto lg:hidden"
      >
        {children}
      </PopoverContent>
    </Popover>
  )
}
