import { useQueries } from '@tanstack/react-query'
import { Check, Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import type { Appointment } from '@/api/types'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { Textarea } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useUnsaved } from '@/ui/unsaved'
import { noticeQuery, tell, type Notice } from './notice'

interface Props {
  /** as they were before they changed */
  bookings: Appointment[]
  onClose: () => void
}

/** What each customer would read of their booking that moved or was called off, before anybody is told. */
export function TellAll({ bookings, onClose }: Props) {
  const { t } = useTranslation('booking')
  const { t: ui } = useTranslation()
  const notices = useQueries({
    queries: bookings.map(({ id, version }) => noticeQuery({ id, version: version + 1 })),
  })
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  // pressing twice sends once
  const keys = useRef(new Map(bookings.map(({ id }) => [id, crypto.randomUUID()])))

  const textOf = (id: string, notice: Notice) => (texts[id] ?? notice.text).trim()
  const toTell = bookings.flatMap((booking, index) => {
    const notice = notices[index]?.data
    const wanted = notice && !notice.refusal && notice.conversationId && textOf(booking.id, notice)
    return wanted && !left.has(booking.id) && !told.has(booking.id) ? [{ booking, notice }] : []
  })

  const { question, done, ask } = useUnsaved(Object.keys(texts).some((id) => !told.has(id) && !left.has(id)))

  async function send() {
    setBusy(true)
    const reached = new Set(told)
    const problems: Record<string, string> = {}
    for (const { booking, notice } of toTell) {
      try {
        await tell(notice.conversationId!, textOf(booking.id, notice), keys.current.get(booking.id)!)
        reached.add(booking.id)
      } catch (failure) {
        problems[booking.id] = failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved')
      }
    }
    setBusy(false)
    setTold(reached)
    setFailed(problems)
    if (Object.keys(problems).length > 0) return
    toast.done(t('tell.allSent', { count: reached.size }))
    done()
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && ask(onClose)}
      title={t('tell.all', { count: bookings.length })}
      description={t('tell.allText')}
      className="max-w-lg"
      footer={
        <>
          <Button onClick={() => ask(onClose)}>{toTell.length > 0 ? t('tell.no') : ui('close')}</Button>
          {toTell.length > 0 && (
            <Button kind="primary" busy={busy} onClick={() => void send()}>
              <Send aria-hidden />
              {t('tell.sendAll', { count: toTell.length })}
            </Button>
          )}
        </>
      }
    >
      {question}
      <ul className="flex flex-col gap-4" data-testid="tell-all">
        {bookings.map((booking, index) => {
          const asked = notices[index]
          const { id, contact } = booking
          return (
            <li key={id} className="flex flex-col gap-2" data-id={id}>
              {asked?.isError ? (
                <ErrorCard error={asked.error} onRetry={() => void asked.refetch()} />
              ) : !asked?.data ? (
                <SkeletonRows rows={2} />
              ) : (
                <Row
                  name={contact.name}
                  notice={asked.data}
                  text={texts[id] ?? asked.data.text}
                  chosen={!left.has(id)}
                  told={told.has(id)}
                  problem={failed[id]}
                  onText={(text) => setTexts({ ...texts, [id]: text })}
                  onChoose={(chosen) => {
                    const others = new Set(left)
                    if (chosen) others.delete(id)
                    else others.add(id)
                    setLeft(others)
                  }}
                />
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

interface RowProps {
  name: string
  notice: Notice
  text: string
  chosen: boolean
  told: boolean
  problem?: string
  onText: (text: string) => void
  onChoose: (chosen: boolean) => void
}

function Row({ name, notice, text, chosen, told, problem, onText, onChoose }: RowProps) {
  const { t } = useTranslation('booking')
  if (notice.refusal) {
    return (
      <>
        <bdi className="font-medium">{name}</bdi>
        <p className="text-sm text-muted">{t(`tell.cannot.${notice.refusal}`, { channel: notice.channelName })}</p>
      </>
    )
  }
  if (told) {
    return (
      <p className="flex items-center gap-2 text-sm text-success">
        <Check aria-hidden className="size-4" />
        {t('tell.sent', { name, channel: notice.channelName })}
      </p>
    )
  }
  return (
    <>
      <label className="flex min-h-8 items-center gap-2.5">
        <Checkbox checked={chosen} onCheckedChange={(checked) => onChoose(checked === true)} />
        <span className="min-w-0 flex-1 truncate">
          <bdi className="font-medium">{name}</bdi>{' '}
          <span className="text-muted">{t('tell.by', { channel: notice.channelName })}</span>
        </span>
      </label>
      {chosen && (
        <Textarea
          aria-label={t('tell.messageTo', { name })}
          rows={3}
          maxLength={4096}
          dir="auto"
          className="field-sizing-content max-h-48"
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      {problem && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </>
  )
}
