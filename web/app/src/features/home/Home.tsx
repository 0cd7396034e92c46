import { timeNow } from '@/api/clock'
import type { Schema } from '@frontdesk/shared/api'
import { useQueries, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarDays, ExternalLink, MessageSquareText } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import {
  channelsQuery,
  key,
  providersQuery,
  secondFactorQuery,
  servicesQuery,
  setupQuery,
  useCan,
  useMe,
} from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { nextDate } from '@/parts/booking/dates'
import { useLive } from '@/live/live'
import { Button } from '@/ui/button'
import { Card, Page } from '@/ui/card'
import { Loading, Region, Skeleton } from '@/ui/states'
import { attentionQuery, dayQuery, homeQuery } from './api'
import { Attention } from './Attention'
import { ChannelHealth } from './ChannelHealth'
import { Checklist } from './Checklist'
import { Tiles, TilesSkeleton } from './Tiles'
import { Today } from './Today'

/** The first look of the day: who waits, who comes, what is still to set up. */
export function Home() {
  const { t } = useTranslation('home')
  const { user, tenant } = useMe()
  const cache = useQueryClient()
  const mayRead = useCan('inbox.see')
  const mayBook = useCan('calendar.see')
  const maySet = useCan('settings.change')
  const home = useQuery(homeQuery())
  const settled = useSettled()
  const mayCount = mayRead || mayBook
  const again = (...part: unknown[]) => void cache.invalidateQueries({ queryKey: key(...part) })
  const figuresAgain = useNowAndThen(() => again('home'))
  useLive('appointment.changed', () => {
    again('appointments', 'home')
    figuresAgain()
  })
  useLive('counts.changed', () => {
    again('waiting')
    figuresAgain()
  })
  useLive('message.created', figuresAgain)

  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: tenant.timezone }).format(
      new Date(timeNow()),
    ),
  )
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return (
    <Page wide>
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-xl font-semibold tracking-tight">
            {t(`hello.${part}`, { name: user.name.split(' ')[0] })}
          </h2>
          {/* its line is kept free: what is below must not move when the figures come */}
          <p className="min-h-5 text-muted">
            <Lead home={home.data} />
          </p>
        </div>
        <Button asChild>
          <a href={`/sample/${tenant.slug}`} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            {t('chatPage')}
          </a>
        </Button>
        {mayRead && (
          <Button kind="primary" asChild>
            <Link to="/app/$biz/try" params={{ biz: tenant.slug }}>
              <MessageSquareText aria-hidden />
              {t('try')}
            </Link>
          </Button>
        )}
      </header>
      {settled ? (
        <>
          {mayCount && (
            <Region query={home} loading={null}>
              {(figures) => <Tiles home={figures} />}
            </Region>
          )}
          <div className={columns}>
            <div className="flex flex-col gap-4">
              {mayBook && <Today />}
              {mayRead && <Attention />}
              {!mayCount && (
                <Card className="flex items-center gap-3 p-4 text-muted">
                  <CalendarDays aria-hidden className="size-5" />
                  {t('nothing')}
                </Card>
              )}
            </div>
            <div className="flex flex-col gap-4">
              {maySet && <Checklist />}
              <ChannelHealth />
            </div>
          </div>
        </>
      ) : (
        <Loading className="flex flex-col gap-4">
          {mayCount && <TilesSkeleton />}
          <div className={columns}>
            <Skeleton className="h-72 rounded-card" />
            <Skeleton className="h-72 rounded-card" />
          </div>
        </Loading>
      )}
    </Page>
  )
}

/** The cards are shown together, so that none pushes another away when it comes; a failure counts as come. */
function useSettled(): boolean {
  const { user } = useMe()
  const today = useFormat().localDate(new Date(timeNow()))
  const mayBook = useCan('calendar.see')
  const mayRead = useCan('inbox.see')
  const maySet = useCan('settings.change')
  const maySee = useCan('channels.see')
  return useQueries({
    queries: [
      ...(mayRead || mayBook ? [homeQuery()] : []),
      ...(mayBook ? [dayQuery(today, nextDate(today)), providersQuery(), servicesQuery()] : []),
      ...(mayRead ? [attentionQuery()] : []),
      ...(maySet ? [setupQuery()] : []),
      ...(maySet && user.role === 'owner' ? [secondFactorQuery()] : []),
      ...(maySee ? [channelsQuery()] : []),
    ] as UseQueryOptions[],
    combine: (all) => all.every(({ isPending }) => !isPending),
  })
}

const columns = 'grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]'
const pause = 2000

/** However often it is called, the work is done once in a while, the last time included. */
function useNowAndThen(work: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      work()
    }, pause)
  }
}

/** The day in a sentence or two. */
function Lead({ home }: { home?: Schema<'Home'> }) {
  const { t } = useTranslation('home')
  const bookings = home?.bookings?.find(({ date }) => date === home.date)?.appointments
  const answers = home?.conversations?.days.at(-1)?.answers
  const said = [
    bookings === undefined ? undefined : bookings === 0 ? t('leadNone') : t('lead', { count: bookings }),
    answers && answers.answered > 0 ? t('answered', { count: answers.answered, byAi: answers.byAi }) : undefined,
  ]
  return said.filter(Boolean).join(' ')
}
