import { useQueryClient } from '@tanstack/react-query'
import { Globe, MessageCircle, MessageSquareText, PlugZap, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery } from '@/api/queries'
import type { AiMode, Channel, ChannelState } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip, type Tone } from '@/ui/chip'
import { Segmented } from '@/ui/tabs'
import { toast } from '@/ui/toast'
import { changeChannel } from './api'

const tones: Record<ChannelState, Tone> = {
  live: 'success',
  degraded: 'warning',
  'needs-you': 'warning',
  blocked: 'danger',
  off: 'neutral',
}

export const channelIcons = { sandbox: MessageSquareText, webchat: Globe, whatsapp: MessageCircle }

interface Props {
  channel: Channel
  mayChange: boolean
  onOpen: () => void
  children?: ReactNode
}

/** One way in: whether it works, who answers on it, what went through. */
export function ChannelCard({ channel, mayChange, onOpen, children }: Props) {
  const { t } = useTranslation('channels')
  const { t: ui } = useTranslation()
  const format = useFormat()
  const cache = useQueryClient()
  const Icon = channelIcons[channel.type as keyof typeof channelIcons] ?? MessageCircle

  // applied at once; a refusal puts it back and says so
  const setMode = async (mode: AiMode) => {
    const { queryKey } = channelsQuery()
    const patch = (to: AiMode) =>
      cache.setQueryData<Channel[]>(queryKey, (known) =>
        known?.map((each) => (each.id === channel.id ? { ...each, mode: to } : each)),
      )
    patch(mode)
    try {
      await changeChannel(channel.id, { mode })
    } catch {
      patch(channel.mode)
      toast.failed(t('modeNotChanged', { name: channel.name }), { description: ui('error.safe') })
    }
  }

  return (
    <Card className="flex flex-col" data-testid="channel-card" data-type={channel.type} data-state={channel.state}>
      <header className="flex items-center gap-3 p-4">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-card bg-primary-soft text-primary">
          <Icon className="size-5" strokeWidth={1.75} />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-semibold">{channel.name}</h3>
          <p className="truncate text-xs text-muted">{t(`type.${channel.type}`, { defaultValue: channel.type })}</p>
        </div>
        <Chip tone={tones[channel.state]} dot>
          {t(`state.${channel.state}`)}
        </Chip>
      </header>
      {channel.stateReason && channel.state !== 'live' && (
        <p className="mx-4 mb-3 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning">
          {t(`stateReason.${channel.stateReason}`, { defaultValue: channel.stateReason })}
          {channel.queued > 0 && ` ${t('waiting', { count: channel.queued })}`}
        </p>
      )}
      <dl className="grid grid-cols-3 gap-px border-y bg-border text-sm [&>div]:bg-surface [&>div]:px-4 [&>div]:py-2.5">
        <Fact name={t('lastIn')} value={channel.lastInAt ? format.relative(channel.lastInAt) : t('never')} />
        <Fact name={t('lastOut')} value={channel.lastOutAt ? format.relative(channel.lastOutAt) : t('never')} />
        <Fact
          name={t('failures')}
          value={format.number(channel.failures24h)}
          tone={channel.failures24h > 0 ? 'text-danger' : undefined}
        />
      </dl>
      <div className="flex flex-1 flex-col gap-3 p-4">
        <div className="flex flex-wrap items-center gap-2">
          <span className="me-auto text-sm text-muted">{t('assistant')}</span>
          <Segmented<AiMode>
            label={t('assistantOn', { name: channel.name })}
            tone="ai"
            value={channel.mode}
            onChange={(mode) => void setMode(mode)}
            options={(['auto', 'suggest', 'off'] as const).map((value) => ({
              value,
              label: t(`mode.${value}`),
              disabled: !mayChange,
            }))}
          />
        </div>
        {children}
        {mayChange && channel.type !== 'sandbox' && (
          <Button
            kind={channel.state === 'needs-you' ? 'primary' : undefined}
            className="mt-auto self-start"
            onClick={onOpen}
          >
            {channel.state === 'needs-you' ? <PlugZap aria-hidden /> : <Settings2 aria-hidden />}
            {t(channel.state === 'needs-you' ? 'reconnect' : 'manage')}
          </Button>
        )}
      </div>
    </Card>
  )
}

function Fact({ name, value, tone }: { name: string; value: string; tone?: string }) {
  return (
    <div className="min-w-0">
      <dt className="truncate text-xs text-muted">{name}</dt>
      <dd className={`num truncate font-medium ${tone ?? ''}`}>{value}</dd>
    </div>
  )
}
