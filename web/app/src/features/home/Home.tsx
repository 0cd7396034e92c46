import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarDays, Hand, MessageSquareText, Sparkles, UserRound, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { key, useCan, useCounts, useMe } from '@/api/queries'
import { useLive } from '@/live/live'
import { Button } from '@/ui/button'
import { Card, Page } from '@/ui/card'
import { cn } from '@/ui/cn'
import { Attention } from './Attention'
import { ChannelHealth } from './ChannelHealth'
import { Checklist } from './Checklist'
import { Today } from './Today'

/** The first look of the day: who waits, who comes, what is still to set up. */
export function Home() {
  const { t } = useTranslation('home')
  const { user, tenant } = useMe()
  const cache = useQueryClient()
  const mayRead = useCan('inbox.see')
  const mayBook = useCan('calendar.see')
  const maySet = useCan('settings.change')
  const counts = useCounts()
  useLive('appointment.changed', () => void cache.invalidateQueries({ queryKey: key('appointments', 'home') }))
  useLive('counts.changed', () => void cache.invalidateQueries({ queryKey: key('waiting') }))

  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: tenant.timezone }).format(
      new Date(),
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
          <p className="text-muted">{t('lead', { business: tenant.name })}</p>
        </div>
        {mayRead && (
          <Button kind="primary" asChild>
            <Link to="/app/$biz/try" params={{ biz: tenant.slug }}>
              <MessageSquareText aria-hidden />
              {t('try')}
            </Link>
          </Button>
        )}
      </header>
      {mayRead && (
        <div className="grid grid-cols-2 gap-3 md:gap-4 xl:grid-cols-4">
          <Tile id="attention" icon={Hand} value={counts.attention} tone="text-warning" />
          <Tile id="unassigned" icon={MessageSquareText} value={counts.unassigned} />
          <Tile id="mine" icon={UserRound} value={counts.mine} />
          <Tile id="ai" icon={Sparkles} value={counts.ai} tone="text-ai" />
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          {mayBook && <Today />}
          {mayRead && <Attention />}
          {!mayBook && !mayRead && (
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
    </Page>
  )
}

function Tile({ id, icon: Icon, value, tone }: { id: string; icon: LucideIcon; value?: number; tone?: string }) {
  const { t } = useTranslation('home')
  const { slug } = useMe().tenant
  return (
    <Link
      to={`/app/${slug}/inbox/${id}` as string}
      data-testid={`kpi-${id}`}
      className="rounded-card border bg-surface p-4 transition-colors hover:border-control"
    >
      <span className="flex items-center gap-2 text-xs text-muted">
        <Icon aria-hidden className={cn('size-4', tone)} strokeWidth={1.75} />
        <span>{t(`tile.${id}`)}</span>
      </span>
      {/* unknown is not none */}
      <span className="num mt-1 block text-2xl font-semibold tracking-tight">{value ?? '–'}</span>
    </Link>
  )
}
