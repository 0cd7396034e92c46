import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Copy, Repeat, UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCan } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import type { Appointment } from '@/api/types'
import { StatusChip } from '@/parts/booking/StatusChip'
import { ContactLink } from '@/parts/ContactLink'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Sheet } from '@/ui/dialog'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { bookingQuery } from './api'
import { movable } from './Block'
import { CancelButton } from './CancelButton'
import { Marks } from './Marks'
import { MoveForm } from './MoveForm'
import { RepeatForm } from './RepeatForm'
import type { Target } from './useMoves'
import { ReachButtons } from './ReachButtons'

interface Props {
  id: string | undefined
  /** as the grid knows it: shown before the server answers */
  known: Appointment | undefined
  onMove: (booking: Appointment, target: Target) => Promise<boolean>
  onCancel: (booking: Appointment, reason?: string) => Promise<boolean>
  onCopy: (booking: Appointment) => void
  onClose: () => void
}

/** One appointment: what it is, how it stands, and what can be done with it. */
export function DetailSheet({ id, ...rest }: Props) {
  const { t } = useTranslation('calendar')
  return (
    <Sheet open={id !== undefined} onOpenChange={(open) => !open && rest.onClose()} title={t('detail.title')}>
      {id && <Loaded key={id} id={id} {...rest} />}
    </Sheet>
  )
}

function Loaded({ id, known, ...rest }: Props & { id: string }) {
  const { t } = useTranslation('calendar')
  const { data, error, refetch } = useQuery({ ...bookingQuery(id), enabled: !known })
  const booking = known ?? data
  if (error && !booking) return <ErrorCard error={error} onRetry={() => void refetch()} />
  if (!booking) return <SkeletonRows rows={3} />
  if (booking.busy) return <Empty title={t('busy')}>{t('busyText')}</Empty>
  return <Detail booking={booking} {...rest} />
}

type DetailProps = Pick<Props, 'onMove' | 'onCancel' | 'onCopy' | 'onClose'> & { booking: Appointment }

function Detail({ booking, onMove, onCancel, onCopy, onClose }: DetailProps) {
  const { t } = useTranslation('calendar')
  const { date, time, money, phone, dateTime } = useFormat()
  const mayChange = useCan('calendar.change')
  const mayMove = useCan('calendar.move') || mayChange
  const [doing, setDoing] = useState<'moving' | 'repeating'>()
  const idle = () => setDoing(undefined)
  const open = mayMove && movable(booking.status)
  const { contact } = booking
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-4">
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 truncate text-lg font-semibold">
            <ContactLink id={contact.id}>
              <bdi>{contact.name}</bdi>
            </ContactLink>
          </p>
          {booking.firstVisit && (
            <Chip tone="info">
              <UserPlus aria-hidden />
              {t('block.newCustomer')}
            </Chip>
          )}
          <StatusChip status={booking.status} />
        </div>
        <dl className="flex flex-col gap-2 text-sm">
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
            {booking.madeBy?.name ?? t(`source.${booking.source}`, { defaultValue: booking.source })},{' '}
            {dateTime(booking.createdAt)}
          </Row>
        </dl>
      </div>
      <div className="flex flex-wrap gap-2 not-has-[a,button]:hidden">
        {mayMove && (movable(booking.status) || booking.status === 'arrived') && (
          <Marks booking={booking} onOver={onClose} />
        )}
        <ReachButtons phone={contact.phone} conversation={booking.conversationId} />
      </div>
      {doing === 'moving' ? (
        <MoveForm booking={booking} onMove={onMove} onCancel={idle} onMoved={onClose} />
      ) : doing === 'repeating' ? (
        <RepeatForm booking={booking} onCancel={idle} onDone={onClose} />
      ) : (
        <div className="flex flex-wrap gap-2 border-t pt-4 *:grow *:basis-[calc(50%-4px)] empty:hidden">
          {open && (
            <Button onClick={() => setDoing('moving')}>
              <CalendarClock aria-hidden />
              {t('detail.move')}
            </Button>
          )}
          {mayChange && (
            <>
              <Button onClick={() => onCopy(booking)}>
                <Copy aria-hidden />
                {t('detail.copy')}
              </Button>
              <Button onClick={() => setDoing('repeating')}>
                <Repeat aria-hidden />
                {t('detail.repeat')}
              </Button>
            </>
          )}
          {open && mayChange && <CancelButton booking={booking} onCancel={onCancel} onDone={onClose} />}
        </div>
      )}
    </div>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="w-24 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}
