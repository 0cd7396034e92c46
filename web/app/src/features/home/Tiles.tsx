import type { Schema } from '@frontdesk/shared/api'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Hand, Sparkles, Timer, type LucideIcon } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Chip, type Tone } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { Skeleton } from '@/ui/states'
import { Sparkline } from './Sparkline'
import { change, share } from './figures'

type Home = Schema<'Home'>

/** The day in four figures, as many of them as the member may see. */
export function Tiles({ home }: { home: Home }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { conversations: talk, bookings } = home
  const today = bookings?.find(({ date }) => date === home.date)
  return (
    <div className="grid grid-cols-2 gap-3 md:gap-4 xl:grid-cols-4">
      {talk && (
        <>
          <Tile
            id="attention"
            to="inbox/attention"
            icon={Hand}
            color="text-warning"
            value={format.number(talk.waiting)}
            note={
              talk.waitingSince
                ? { tone: 'warning', text: t('tile.since', { when: format.relative(talk.waitingSince) }) }
                : undefined
            }
            days={talk.days.map(({ handoffs }) => handoffs)}
          />
          <Tile
            id="ai"
            to="inbox/ai"
            icon={Sparkles}
            color="text-ai"
            value={percent(share(talk.week), format)}
            note={changed(change(share(talk.weekBefore), share(talk.week)), (by) =>
              t('tile.points', { by: format.signed(Math.round(by * 100)) }),
            )}
            days={talk.days.map(({ answers }) => share(answers))}
          />
          <Tile
            id="first-reply"
            to="inbox/all"
            icon={Timer}
            color="text-primary"
            value={seconds(talk.week.firstReplySeconds, format)}
            note={changed(
              change(talk.weekBefore.firstReplySeconds, talk.week.firstReplySeconds),
              (by) => `${by > 0 ? '+' : by < 0 ? '−' : ''}${seconds(Math.abs(by), format)}`,
              // sooner is better
              true,
            )}
            days={talk.days.map(({ answers }) => answers.firstReplySeconds)}
          />
        </>
      )}
      {bookings && today && (
        <Tile
          id="bookings"
          to="calendar"
          icon={CalendarDays}
          color="text-info"
          value={format.number(today.appointments)}
          note={
            today.byAssistant > 0
              ? { tone: 'ai', text: t('tile.byAssistant', { count: today.byAssistant }) }
              : undefined
          }
          days={bookings.map(({ appointments }) => appointments)}
        />
      )}
    </div>
  )
}

type Format = ReturnType<typeof useFormat>

const percent = (part: number | undefined, format: Format) => (part === undefined ? '–' : format.percent(part))

function seconds(value: number | undefined, format: Format): string {
  if (value === undefined) return '–'
  return value < 60 ? format.seconds(value) : format.duration(Math.round(value / 60))
}

function changed(by: number | undefined, words: (by: number) => string, lessIsBetter = false) {
  if (by === undefined) return undefined
  const tone: Tone = by === 0 ? 'neutral' : by > 0 !== lessIsBetter ? 'success' : 'warning'
  return { tone, text: words(by) }
}

interface TileProps {
  id: string
  /** below the business's address */
  to: string
  icon: LucideIcon
  color: string
  value: string
  note?: { tone: Tone; text: string }
  days: (number | undefined)[]
}

function Tile({ id, to, icon: Icon, color, value, note, days }: TileProps) {
  const { t } = useTranslation('home')
  const { slug } = useMe().tenant
  return (
    <Link
      to={`/app/${slug}/${to}` as string}
      data-testid={`kpi-${id}`}
      className="flex flex-col rounded-card border bg-surface p-3 transition-colors hover:border-control md:p-4"
    >
      <span className="flex items-start gap-2 text-xs text-muted max-md:min-h-8">
        <Icon aria-hidden className={cn('size-4 shrink-0', color)} strokeWidth={1.75} />
        <span className="min-w-0 flex-1">{t(`tile.${id}`)}</span>
      </span>
      <span className="mt-1 mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="num flex-1 text-2xl font-semibold tracking-tight">{value}</span>
        {note && (
          <Chip tone={note.tone} className="num">
            {note.text}
          </Chip>
        )}
      </span>
      <span className="mt-auto block">
        <Sparkline values={days} className={color} />
      </span>
    </Link>
  )
}

export function TilesSkeleton() {
  return (
    <div className="grid grid-cols-2 gap-3 md:gap-4 xl:grid-cols-4">
      {[1, 2, 3, 4].map((tile) => (
        <Skeleton key={tile} className="h-[132px] rounded-card" />
      ))}
    </div>
  )
}
