import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { key } from '@/api/queries'
import type { Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useLive } from '@/live/live'
import { giveTimeOffBack, timeOffQuery, type TimeOff } from '@/parts/booking/timeOff'
import { Button } from '@/ui/button'
import { Region, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { TimeOffDialog } from './TimeOffDialog'
import { wordsOf } from './timeOffWords'

/** A provider's vacations and hours away that are still to come. */
export function TimeOffSection({ provider }: { provider: Provider }) {
  const { t } = useTranslation('services')
  const [adding, setAdding] = useState(false)
  const list = useQuery(timeOffQuery(provider.id))
  const cache = useQueryClient()
  useLive('time-off.changed', () => void cache.invalidateQueries({ queryKey: key('time-off') }))
  return (
    <section>
      <h3 className="mb-2 text-sm font-medium">{t('timeOff.title')}</h3>
      <div className="-mx-5 border-y" data-testid="time-off">
        <Region query={list} loading={<SkeletonRows rows={1} />}>
          {(items) =>
            items.length === 0 ? (
              <p className="px-5 py-3 text-sm text-muted">{t('timeOff.none')}</p>
            ) : (
              <ul className="divide-y">
                {items.map((timeOff) => (
                  <Row key={timeOff.id} timeOff={timeOff} />
                ))}
              </ul>
            )
          }
        </Region>
        <div className="border-t px-3 py-2">
          <Button kind="ghost" onClick={() => setAdding(true)}>
            <Plus aria-hidden />
            {t('timeOff.add')}
          </Button>
        </div>
      </div>
      {adding && <TimeOffDialog provider={provider} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Row({ timeOff }: { timeOff: TimeOff }) {
  const { t } = useTranslation('services')
  const cache = useQueryClient()
  const when = wordsOf(timeOff, useFormat())
  const remove = async () => {
    try {
      await giveTimeOffBack(timeOff.id)
      toast.done(t('timeOff.removed', { when }))
    } catch {
      toast.failed(t('timeOff.notRemoved', { when }))
    }
    await cache.invalidateQueries({ queryKey: key('time-off') })
  }
  return (
    <li className="flex items-center gap-3 px-5 py-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{when}</span>
        {timeOff.reason && <bdi className="block truncate text-sm text-muted">{timeOff.reason}</bdi>}
      </span>
      <Button kind="ghost" size="icon" aria-label={t('timeOff.remove', { when })} onClick={() => void remove()}>
        <Trash2 aria-hidden />
      </Button>
    </li>
  )
}
