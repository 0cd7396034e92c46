import { useQuery } from '@tanstack/react-query'
import { Merge as MergeIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useCan } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { toast } from '@/ui/toast'
import { mergesQuery, part, useLookAgain } from './api'
import { MergeSheet } from './MergeSheet'

/** Two contacts who are one person are brought together here; for whoever sees all that would come along. */
export function MergeButton({ contact, className }: { contact: string; className?: string }) {
  const { t } = useTranslation('merge')
  const may = useCan('inbox.all')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button kind="ghost" size="sm" className={className} onClick={() => setOpen(true)}>
        <MergeIcon aria-hidden />
        {t('open')}
      </Button>
      <MergeSheet contact={contact} open={open} onOpenChange={setOpen} />
    </>
  )
}

/** What was merged in the last day, and the way back. */
export function RecentMerges({ contact, className }: { contact: string; className?: string }) {
  const { t } = useTranslation('merge')
  const { dateTime } = useFormat()
  const may = useCan('inbox.all')
  const { data: merges = [] } = useQuery({ ...mergesQuery(contact), enabled: may })
  const undo = useUndoMerge()
  const [busy, setBusy] = useState(false)
  if (merges.length === 0) return null
  return (
    <ul className={cn('flex flex-col gap-2', className)}>
      {merges.map((merge) => (
        <li
          key={merge.id}
          data-testid="merged"
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-sunken px-3 py-2 text-sm"
        >
          <span className="min-w-40 flex-1">
            <bdi>{t('merged', { name: merge.goneName })}</bdi>
            <span className="block text-xs text-muted">{t('until', { time: dateTime(merge.until) })}</span>
          </span>
          <Button
            size="sm"
            busy={busy}
            onClick={() => {
              setBusy(true)
              void undo(contact, merge.id).finally(() => setBusy(false))
            }}
          >
            {t('undo')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

export function useUndoMerge() {
  const { t } = useTranslation('merge')
  const lookAgain = useLookAgain()
  return async (contact: string, merge: string) => {
    try {
      await part(contact, merge)
      toast.done(t('undone'))
    } catch (failure) {
      toast.failed(t('undoFailed'), { description: failure instanceof ApiError ? failure.message : undefined })
    }
    await lookAgain()
  }
}
