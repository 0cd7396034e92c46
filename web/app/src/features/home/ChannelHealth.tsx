import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery, useCan, useMe } from '@/api/queries'
import type { ChannelState } from '@/api/types'
import { ChannelIcon } from '@/parts/ChannelIcon'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Region, SkeletonRows } from '@/ui/states'
import { Chip, type Tone } from '@/ui/chip'

const tones: Record<ChannelState, Tone> = {
  live: 'success',
  degraded: 'warning',
  'needs-you': 'warning',
  blocked: 'danger',
  off: 'neutral',
}

export function ChannelHealth() {
  const { t } = useTranslation('home')
  const { slug } = useMe().tenant
  const maySee = useCan('channels.see')
  const channels = useQuery({ ...channelsQuery(), enabled: maySee })
  if (!maySee) return null
  return (
    <Card>
      <CardHead
        title={t('channels.title')}
        action={
          <Button kind="ghost" size="sm" asChild>
            <Link to="/app/$biz/settings/channels" params={{ biz: slug }}>
              {t('channels.all')}
              <ArrowRight aria-hidden className="rtl:-scale-x-100" />
            </Link>
          </Button>
        }
      />
      <Region query={channels} loading={<SkeletonRows rows={2} className="border-t" />}>
        {(list) => (
          <ul className="divide-y border-t">
            {list.map((channel) => (
              <li
                key={channel.id}
                className="flex min-h-12 items-center gap-3 px-4 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
              >
                <ChannelIcon type={channel.type} />
                <span className="min-w-0 flex-1 truncate">{channel.name}</span>
                <Chip tone={tones[channel.state]} dot>
                  {t(`channels.state.${channel.state}`)}
                </Chip>
              </li>
            ))}
          </ul>
        )}
      </Region>
    </Card>
  )
}
