import { useMutation, useQuery } from '@tanstack/react-query'
import { Send, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import type { Appointment } from '@/api/types'
import { noticeQuery, tell, type Notice } from '@/parts/booking/notice'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { FormAlert } from '@/ui/field'
import { Textarea } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useUnsaved } from '@/ui/unsaved'
import { ReachButtons } from './ReachButtons'

interface Props {
  booking: Appointment
  onTold: () => void
  onWriting: (writing: boolean) => void
  onClose: () => void
}

/** Whether the customer shall hear of it: what they would read, and where; or why they cannot be told. */
export function TellCard({ booking, onTold, onWriting, onClose }: Props) {
  const { t } = useTranslation('booking')
  const { t: ui } = useTranslation()
  const id = useId()
  const { data, error, refetch } = useQuery(noticeQuery(booking))
  const [typed, setTyped] = useState<string>()
  const writing = typed !== undefined && typed !== data?.text
  const { question, done, ask } = useUnsaved(writing, undefined, true)
  useEffect(() => onWriting(writing), [writing, onWriting])
  const close = () => ask(onClose)
  useKeys({ close })
  return (
    <section
      aria-labelledby={id}
      data-testid="tell-card"
      className="fixed end-6 bottom-6 z-35 flex w-[min(400px,calc(100vw-24px))] flex-col gap-3 rounded-card border bg-surface p-4 shadow-float max-md:end-3 max-md:top-16 max-md:bottom-auto"
    >
      {question}
      <div className="flex items-start gap-3">
        <h2 id={id} className="min-w-0 flex-1 font-semibold">
          {t('tell.title', { name: booking.contact.name })}
        </h2>
        <Button kind="ghost" size="icon" aria-label={ui('close')} className="-mt-1 -me-1" onClick={close}>
          <X aria-hidden />
        </Button>
      </div>
      {error ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={2} />
      ) : data.refusal ? (
        <CannotTell booking={booking} notice={data} />
      ) : (
        <Message
          booking={booking}
          notice={data}
          text={typed ?? data.text}
          onText={setTyped}
          onTold={() => {
            done()
            onTold()
          }}
          onClose={close}
        />
      )}
    </section>
  )
}

interface MessageProps extends Pick<Props, 'booking' | 'onTold' | 'onClose'> {
  notice: Notice
  text: string
  onText: (text: string) => void
}

function Message({ booking, notice, text, onText, onTold, onClose }: MessageProps) {
  const { t } = useTranslation('booking')
  const { t: ui } = useTranslation()
  const key = useRef(crypto.randomUUID())
  const send = useMutation({
    mutationFn: () => tell(notice.conversationId!, text.trim(), key.current),
    onSuccess: () => {
      toast.done(t('tell.sent', { name: booking.contact.name, channel: notice.channelName }))
      onTold()
    },
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) send.mutate()
      }}
    >
      <FormAlert>
        {send.error &&
          (send.error instanceof ApiError && !send.error.offline ? send.error.message : ui('error.notSaved'))}
      </FormAlert>
      <Textarea
        aria-label={t('tell.message')}
        rows={4}
        maxLength={4096}
        dir="auto"
        className="field-sizing-content max-h-48"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 truncate text-xs text-muted">{t('tell.by', { channel: notice.channelName })}</p>
        <Button size="sm" onClick={onClose}>
          {t('tell.no')}
        </Button>
        <Button kind="primary" size="sm" type="submit" busy={send.isPending}>
          <Send aria-hidden />
          {t('tell.send')}
        </Button>
      </div>
    </form>
  )
}

/** Says why not, and what else can be done. */
function CannotTell({ booking, notice }: { booking: Appointment; notice: Notice }) {
  const { t } = useTranslation('booking')
  return (
    <>
      <p className="text-sm text-muted">{t(`tell.cannot.${notice.refusal!}`, { channel: notice.channelName })}</p>
      <ReachButtons phone={booking.contact.phone} conversation={notice.conversationId} size="sm" />
    </>
  )
}
