import { useInfiniteQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { lazyWithTexts } from '@/i18n/lazyWithTexts'
import { Button } from '@/ui/button'
import { Count } from '@/ui/chip'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/popover'
import { SkeletonRows } from '@/ui/states'
import { notificationsQuery } from './api'

const Notices = lazyWithTexts(() => import('./Notices').then(({ Notices }) => Notices), 'bell')

/** How many things I was told that I have not looked at, and what they are. */
export function Bell() {
  const { t } = useTranslation('shell')
  const [open, setOpen] = useState(false)
  const unread = useInfiniteQuery(notificationsQuery('all')).data?.pages[0]?.unread ?? 0
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          kind="ghost"
          size="icon"
          className="relative"
          aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.open')}
          data-testid="bell"
        >
          <BellIcon aria-hidden />
          <Count
            value={unread}
            aria-hidden
            className="absolute end-[calc(50%-16px)] top-[calc(50%-16px)] h-4 min-w-4 px-1 text-[10px]"
          />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="end"
        className="flex max-h-[min(560px,80dvh)] w-96 flex-col p-0"
        aria-label={t('bell.open')}
      >
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <Notices onDone={() => setOpen(false)} />
        </Suspense>
      </PopoverContent>
    </Popover>
  )
}
