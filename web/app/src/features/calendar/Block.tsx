import { useDraggable } from '@dnd-kit/core'
import {
  CheckCheck,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  Sparkles,
  StickyNote,
  UserPlus,
  type LucideIcon,
} from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment, AppointmentStatus } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { cn } from '@/ui/cn'
import { snap } from './snap'
import { useResize } from './useResize'

export interface Place {
  top: number
  height: number
  lane: number
  lanes: number
}

const icons: Partial<Record<AppointmentStatus, LucideIcon>> = {
  requested: CircleHelp,
  arrived: CircleCheck,
  done: CheckCheck,
  'no-show': CircleSlash,
}

/** Still to come: to be moved, made longer, cancelled. */
export const movable = (status: AppointmentStatus) => status === 'requested' || status === 'confirmed'

/** Its time is free for others again. */
export const isOff = (status: AppointmentStatus) => status === 'cancelled' || status === 'no-show'

/** Pixels from which a block shows its service on a line of its own. */
const ROOM_FOR_THREE = 56
/** Pixels from which one whose words stand on one line has a second where it is narrow. */
const ROOM_FOR_TWO = 28

interface Props {
  booking: Appointment
  color: number
  place: Place
  pending: boolean
  mayMove: boolean
  /** said where columns are days and not people */
  provider?: string
  /** on its way by keys: this is where it comes from */
  leaving?: boolean
  onOpen: () => void
  onResize: (minutes: number) => void
}

/** Hears of every step of every drag, and hands on only what concerns this block. */
export function Block(props: Props) {
  const { booking, pending, mayMove } = props
  const changeable = mayMove && movable(booking.status) && !pending
  const drag = useDraggable({ id: booking.id, disabled: !changeable, data: { booking } })
  return (
    <Card
      {...props}
      changeable={changeable}
      element={drag.setNodeRef}
      listeners={drag.listeners}
      dragging={drag.isDragging}
      x={drag.transform?.x}
      y={drag.transform?.y}
    />
  )
}

interface CardProps extends Props {
  changeable: boolean
  element: (element: HTMLElement | null) => void
  listeners: ReturnType<typeof useDraggable>['listeners']
  dragging: boolean
  x: number | undefined
  y: number | undefined
}

const Card = memo(function Card({
  booking,
  color,
  place,
  pending,
  provider,
  leaving,
  onOpen,
  onResize,
  ...drag
}: CardProps) {
  const { t } = useTranslation('calendar')
  const { t: words } = useTranslation('booking')
  const { time } = useFormat()
  const { status, contact, serviceName, source, firstVisit } = booking
  const { changeable, element, listeners, dragging, x, y } = drag
  const { grown, foot, takeClick } = useResize({ height: place.height, onResize })
  const off = isOff(status)
  const short = place.height < 34
  const ends = new Date(Date.parse(booking.end) + grown * 60_000)
  const hours = `${time(booking.start)}–${time(ends)}`
  const what = provider ? `${serviceName} · ${provider}` : serviceName
  const detail = `${hours} · ${what}`
  return (
    <button
      ref={element}
      {...listeners}
      type="button"
      data-testid="booking-block"
      data-id={booking.id}
      data-start={booking.start}
      data-status={status}
      aria-busy={pending || undefined}
      aria-label={[
        contact.name,
        detail,
        words(`status.${status}`),
        firstVisit && t('block.newCustomer'),
        source === 'assistant' && t('block.byAi'),
      ]
        .filter(Boolean)
        .join(', ')}
      onClick={() => !takeClick() && onOpen()}
      style={{
        top: place.top + 1,
        height: Math.max(18, place.height + grown - 2),
        insetInlineStart: `calc(${(place.lane / place.lanes) * 100}% + 4px)`,
        width: `calc(${100 / place.lanes}% - 12px)`,
        transform: x === undefined || y === undefined ? undefined : `translate(${x}px, ${snap(y)}px)`,
        ...(off
          ? {}
          : {
              borderInlineStartColor: `var(--color-chart-${color})`,
              backgroundColor: `color-mix(in srgb, var(--color-chart-${color}) 12%, var(--color-surface))`,
            }),
      }}
      className={cn(
        'absolute z-10 flex flex-col items-stretch overflow-hidden rounded-control border-s-[3px] px-1.5 text-start text-xs',
        short ? 'justify-center py-px' : 'py-1',
        off && 'border-danger bg-danger-soft text-danger',
        status === 'requested' && 'border-s-[3px] border-dashed',
        status === 'done' && 'opacity-75',
        (dragging || grown !== 0) && 'z-30 cursor-grabbing! shadow-float',
        leaving && 'opacity-40',
        pending && 'animate-pulse',
        changeable && !dragging && 'cursor-grab!',
      )}
    >
      <Face
        booking={booking}
        hours={hours}
        what={what}
        pending={pending}
        short={short}
        two={place.height >= ROOM_FOR_TWO}
        tall={place.height >= ROOM_FOR_THREE}
      />
      {changeable && (
        <span
          {...foot}
          aria-hidden
          data-testid="block-foot"
          className="absolute inset-x-0 bottom-0 h-2 cursor-ns-resize! touch-none"
        />
      )}
    </button>
  )
})

interface FaceProps {
  booking: Appointment
  hours: string
  what: string
  pending: boolean
  /** on one line where it is wide */
  short: boolean
  two: boolean
  tall: boolean
}

/**
 * What is written on it: drawn again only when it changes, not while others are dragged. Where it is narrow the name has
 * a line of its own, the start the next, and the icons what is left beside it.
 */
const Face = memo(function Face({ booking, hours, what, pending, short, two, tall }: FaceProps) {
  const { t } = useTranslation('calendar')
  const { t: words } = useTranslation('booking')
  const { time } = useFormat()
  const { status, contact, serviceName, source, note, firstVisit } = booking
  const Icon = icons[status]
  const state = pending ? t('block.moving') : status === 'confirmed' ? '' : words(`status.${status}`)
  const until = hours.slice(time(booking.start).length)
  return (
    <span className="@container">
      <span className={cn('grid grid-cols-[minmax(0,1fr)_auto] gap-x-1', short && '@max-[144px]:leading-[13px]')}>
        <span className={cn('truncate font-semibold @max-[144px]:col-span-2', isOff(status) && 'line-through')}>
          {contact.name}
          {short && (
            <span className={cn('font-normal', two && '@max-[144px]:hidden')}>
              {' '}
              · {time(booking.start)} {serviceName}
            </span>
          )}
        </span>
        <span
          className={cn(
            'flex items-center gap-1',
            short ? '[&_svg]:size-3' : '[&_svg]:size-3.5',
            two ? '@max-[64px]:hidden @max-[144px]:col-start-2 @max-[144px]:row-start-2' : '@max-[144px]:hidden',
          )}
        >
          {firstVisit && <UserPlus aria-hidden className="text-info" />}
          {note && <StickyNote aria-hidden className="text-muted" />}
          {Icon && (
            <Icon aria-hidden className={status === 'arrived' || status === 'done' ? 'text-success' : undefined} />
          )}
          {source === 'assistant' && <Sparkles aria-hidden className="text-ai" />}
        </span>
        {two && (
          <span
            className={cn(
              'num col-span-2 truncate @max-[144px]:col-span-1 @max-[144px]:row-start-2',
              short && '@[144px]:hidden',
            )}
          >
            {state && <span className="@max-[144px]:hidden">{state} · </span>}
            {time(booking.start)}
            <span className="@max-[144px]:hidden">
              {until}
              {!tall && !state && ` · ${what}`}
            </span>
          </span>
        )}
        {tall && (
          <span className="num col-span-2 truncate">
            {state && <span className="@[144px]:hidden">{state} · </span>}
            {what}
          </span>
        )}
      </span>
    </span>
  )
})
