import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarClock, Check, CheckCheck, CircleSlash, MessageSquareText, Phone, UserCheck, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/errors'
import { useCan, useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import type { Appointment } from '@/api/types'
import { cancel, mark } from '@/parts/booking/api'
import { StatusChip } from '@/parts/booking/StatusChip'
import { TimePicker } from '@/parts/booking/TimePicker'
import { putBooking } from '@/parts/booking/upsert'
import { Button } from '@/ui/button'
import { Dialog, Sheet } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Input } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { bookingQuery } from './api'
import { movable } from './Block'
import type { Target } from './useMoves'

interface Props {
  id: string | undefined
  /** as the grid knows it: shown before the server answers */
  known: Appointment | undefined
  onMove: (booking: Appointment, target: Target) => Promise<boolean>
  onClose: () => void
}

/** One appointment: what it is, how it stands, and what can be done with it. */
export function DetailSheet({ id, known, onMove, onClose }: Props) {
  const { t } = useTranslation('calendar')
  return (
    <Sheet open={id !== undefined} onOpenChange={(open) => !open && onClose()} title={t('detail.title')}>
      {id && <Loaded key={id} id={id} known={known} onMove={onMove} onClose={onClose} />}
    </Sheet>
  )
}

function Loaded({ id, known, onMove, onClose }: Props & { id: string }) {
  const { data, error, refetch } = useQuery({ ...bookingQuery(id), enabled: !known })
  const booking = known ?? data
  if (error && !booking) return <ErrorCard error={error} onRetry={() => void refetch()} />
  if (!booking) return <SkeletonRows rows={3} />
  return <Detail booking={booking} onMove={onMove} onClose={onClose} />
}

function Detail({ booking, onMove, onClose }: { booking: Appointment; onMove: Props['onMove']; onClose: () => void }) {
  const { t } = useTranslation('calendar')
  const { tenant } = useMe()
  const { date, time, money, phone, dateTime } = useFormat()
  const mayChange = useCan('calendar.change')
  // others are given the end of a number only
  const mayCall = useCan('contacts.all')
  const mayMove = useCan('calendar.move') || mayChange
  const [moving, setMoving] = useState(false)
  const { contact } = booking
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 truncate text-lg font-semibold">{contact.name}</p>
          <StatusChip status={booking.status} />
        </div>
        <dl className="flex flex-col gap-1 text-sm">
          <Row label={t('detail.when')}>
            {date(booking.start)}, {time(booking.start)}–{time(booking.end)}
          </Row>
          <Row label={t('detail.what')}>
            {booking.serviceName}
            {booking.price && ` · ${money(booking.price)}`}
          </Row>
          <Row label={t('detail.who')}>{booking.providerName}</Row>
          {contact.phone && <Row label={t('detail.phone')}>{phone(contact.phone)}</Row>}
          {booking.note && <Row label={t('detail.note')}>{booking.note}</Row>}
          <Row label={t('detail.made')}>
            {t(`source.${booking.source}`, { defaultValue: booking.source })}, {dateTime(booking.createdAt)}
          </Row>
        </dl>
      </div>
      <div className="flex flex-wrap gap-2">
        {contact.phone && mayCall && (
          <Button size="sm" asChild>
            <a href={`tel:${contact.phone}`}>
              <Phone aria-hidden />
              {t('detail.call')}
            </a>
          </Button>
        )}
        {booking.conversationId && (
          <Button size="sm" asChild>
            <Link
              to="/app/$biz/inbox/$view/$conversation"
              params={{ biz: tenant.slug, view: 'all', conversation: booking.conversationId }}
              search={{}}
            >
              <MessageSquareText aria-hidden />
              {t('detail.conversation')}
            </Link>
          </Button>
        )}
      </div>
      {mayMove && (movable(booking.status) || booking.status === 'arrived') && <Marks booking={booking} />}
      {mayMove && movable(booking.status) && (
        <>
          {moving ? (
            <MoveForm booking={booking} onMove={onMove} onCancel={() => setMoving(false)} onMoved={onClose} />
          ) : (
            <div className="flex flex-wrap gap-2 border-t pt-4">
              <Button onClick={() => setMoving(true)}>
                <CalendarClock aria-hidden />
                {t('detail.move')}
              </Button>
              {mayChange && <CancelButton booking={booking} />}
            </div>
          )}
        </>
      )}
    </div>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-7 gap-3">
      <dt className="w-24 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

function Marks({ booking }: { booking: Appointment }) {
  const { t } = useTranslation('calendar')
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  async function set(status: Parameters<typeof mark>[1]) {
    setBusy(true)
    // shown at once, put back when the server refuses
    putBooking(cache, { ...booking, status })
    try {
      putBooking(cache, await mark(booking.id, status))
    } catch (failure) {
      putBooking(cache, booking)
      toast.failed(t('detail.markFailed', { name: booking.contact.name }), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="flex flex-wrap gap-2" role="group" aria-label={t('detail.mark')}>
      {booking.status === 'requested' && (
        <Button kind="primary" busy={busy} onClick={() => void set('confirmed')}>
          <Check aria-hidden />
          {t('mark.confirmed')}
        </Button>
      )}
      {booking.status === 'confirmed' && (
        <Button busy={busy} onClick={() => void set('arrived')}>
          <UserCheck aria-hidden />
          {t('mark.arrived')}
        </Button>
      )}
      {booking.status !== 'requested' && (
        <Button busy={busy} onClick={() => void set('done')}>
          <CheckCheck aria-hidden />
          {t('mark.done')}
        </Button>
      )}
      {booking.status === 'confirmed' && (
        <Button busy={busy} onClick={() => void set('no-show')}>
          <CircleSlash aria-hidden />
          {t('mark.no-show')}
        </Button>
      )}
    </div>
  )
}

/** The same move as by drag. */
function MoveForm({
  booking,
  onMove,
  onCancel,
  onMoved,
}: {
  booking: Appointment
  onMove: Props['onMove']
  onCancel: () => void
  onMoved: () => void
}) {
  const { t } = useTranslation('calendar')
  const { t: ui } = useTranslation()
  const { localDate, dateTime } = useFormat()
  const [date, setDate] = useState(localDate(booking.start))
  const [start, setStart] = useState(booking.start)
  const [busy, setBusy] = useState(false)
  async function move() {
    setBusy(true)
    const done = await onMove(booking, { start: Date.parse(start), providerId: booking.providerId })
    setBusy(false)
    // refused: the card says why, with what is free instead
    if (done) onMoved()
    else onCancel()
  }
  return (
    <div className="flex flex-col gap-4 border-t pt-4">
      <p className="font-semibold">{t('detail.moveTo')}</p>
      <TimePicker
        service={booking.serviceId}
        provider={booking.providerId}
        date={date}
        onDate={setDate}
        value={start}
        onChange={setStart}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{ui('cancel')}</Button>
        <Button kind="primary" busy={busy} onClick={() => void move()}>
          {t('detail.moveConfirm', { when: dateTime(start) })}
        </Button>
      </div>
    </div>
  )
}

function CancelButton({ booking }: { booking: Appointment }) {
  const { t } = useTranslation('calendar')
  const cache = useQueryClient()
  const { dateTime } = useFormat()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  async function run() {
    setBusy(true)
    try {
      putBooking(cache, await cancel(booking.id, reason.trim() || undefined))
      setOpen(false)
      toast.done(t('cancel.done', { name: booking.contact.name }))
    } catch (failure) {
      toast.failed(t('cancel.failed'), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button className="text-danger" onClick={() => setOpen(true)}>
        <X aria-hidden />
        {t('cancel.open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('cancel.title', { name: booking.contact.name })}
        description={t('cancel.text', { when: dateTime(booking.start) })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel.keep')}</Button>
            <Button kind="danger" busy={busy} onClick={() => void run()}>
              {t('cancel.confirm')}
            </Button>
          </>
        }
      >
        <Field label={t('cancel.reason')} optional>
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Dialog>
    </>
  )
}
