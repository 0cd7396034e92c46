import { timeNow } from '@/api/clock'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { TZDate } from '@date-fns/tz'
import { Clock, X } from 'lucide-react'
import { memo, useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { key } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Input } from '@/ui/input'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/ui/menu'
import { toast } from '@/ui/toast'
import { cancelScheduled, schedule, scheduledQuery } from './api'
import { offered, snoozeUntil } from './snooze'

interface Props {
  conversation: string
  empty: boolean
  /** what is written by then */
  words: () => string
  /** it is on its way to be sent later: the box is free */
  onDone: () => void
}

/** Sends what is written at another time. Not drawn again with every letter. */
export const LaterMenu = memo(function LaterMenu({ conversation, empty, words, onDone }: Props) {
  const { t } = useTranslation('inbox')
  const { dateTime } = useFormat()
  const cache = useQueryClient()
  const [choosing, setChoosing] = useState(false)

  async function at(when: Date) {
    try {
      const { id } = await schedule(conversation, words().trim(), when.toISOString())
      onDone()
      void cache.invalidateQueries({ queryKey: key('scheduled', conversation) })
      toast.done(t('later.done', { when: dateTime(when) }), {
        undo: () =>
          cancelScheduled(conversation, id).then(() =>
            cache.invalidateQueries({ queryKey: key('scheduled', conversation) }),
          ),
      })
    } catch {
      toast.failed(t('later.failed'))
    }
  }

  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button kind="ghost" size="icon" aria-label={t('later.open')} disabled={empty}>
            <Clock aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end" className="w-72">
          <MenuLabel>{t('later.title')}</MenuLabel>
          <Times onChoose={(when) => void at(when)} />
          <MenuItem onSelect={() => setChoosing(true)}>{t('snooze.choose')}</MenuItem>
        </MenuContent>
      </Menu>
      {choosing && (
        <WhenDialog
          title={t('later.title')}
          action={t('later.send')}
          onClose={() => setChoosing(false)}
          onChoose={(when) => void at(when)}
        />
      )}
    </>
  )
})

/** Worked out while the menu is open, and not with every letter that is written. */
function Times({ onChoose }: { onChoose: (when: Date) => void }) {
  const { t } = useTranslation('inbox')
  const { zone, shortDay, time } = useFormat()
  const now = new Date(timeNow())
  return offered(now, zone, ['hour', 'tomorrow', 'monday']).map((choice) => {
    const when = snoozeUntil(choice, now, zone)
    return (
      <MenuItem key={choice} onSelect={() => onChoose(when)}>
        <span className="flex-1">{t(`snooze.${choice}`)}</span>
        <span className="num text-xs text-muted">
          {shortDay(when)} {time(when)}
        </span>
      </MenuItem>
    )
  })
}

/** What waits to be sent, and the way to stop it. */
export function LaterList({ conversation }: { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { dateTime } = useFormat()
  const cache = useQueryClient()
  const { data = [] } = useQuery(scheduledQuery(conversation))
  async function cancel(id: string) {
    try {
      await cancelScheduled(conversation, id)
    } catch {
      toast.failed(t('later.notCancelled'))
    }
    void cache.invalidateQueries({ queryKey: key('scheduled', conversation) })
  }
  if (data.length === 0) return null
  return (
    <ul aria-label={t('later.list')} className="flex flex-col gap-1" data-testid="scheduled">
      {data.map(({ id, text, at, member }) => (
        <li
          key={id}
          className="flex items-center gap-2 rounded-card border border-dashed bg-surface px-3 py-1.5 text-sm"
        >
          <Clock aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="min-w-0 flex-1">
            <span className="block text-xs text-muted">{t('later.by', { name: member.name, when: dateTime(at) })}</span>
            <bdi className="block truncate">{text}</bdi>
          </span>
          <Button kind="ghost" size="icon" aria-label={t('later.cancel')} onClick={() => void cancel(id)}>
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface WhenProps {
  title: string
  action: string
  onClose: () => void
  onChoose: (when: Date) => void
}

/** A day and a time, as the business's clocks show them. */
export function WhenDialog({ title, action, onClose, onChoose }: WhenProps) {
  const { t } = useTranslation('inbox')
  const { t: ui } = useTranslation()
  const { zone, zoneName } = useFormat()
  const first = new TZDate(timeNow() + 24 * 3_600_000, zone)
  const [value, setValue] = useState(
    `${first.getFullYear()}-${two(first.getMonth() + 1)}-${two(first.getDate())}T09:00`,
  )
  const [error, setError] = useState<string>()

  function choose(event: FormEvent) {
    event.preventDefault()
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = value.split(/\D/).map(Number)
    const when = new Date(new TZDate(year, month - 1, day, hour, minute, zone).getTime())
    if (!(when.getTime() > timeNow())) return setError(t('later.past'))
    onClose()
    onChoose(when)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="when-form">
            {action}
          </Button>
        </>
      }
    >
      <form id="when-form" onSubmit={choose} noValidate>
        <Field label={t('later.when')} help={zoneName()} error={error}>
          <Input type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}

const two = (number: number) => String(number).padStart(2, '0')
