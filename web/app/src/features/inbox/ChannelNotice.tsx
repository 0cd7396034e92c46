import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PlugZap } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery, useCan, useMe } from '@/api/queries'
import { Button } from '@/ui/button'
import type { Conversation } from './types'

/** Said where one is about to write: the channel does not send, what becomes of the words, where to mend it. */
export function ChannelNotice({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const maySee = useCan('channels.see')
  const mayChange = useCan('channels.change')
  const channels = useQuery({ ...channelsQuery(), enabled: maySee })
  const channel = channels.data?.find(({ id }) => id === conversation.channel.id)
  if (channel?.state !== 'needs-you' && channel?.state !== 'blocked') return null
  return (
    <div
      role="status"
      data-testid="channel-notice"
      data-state={channel.state}
      className="flex flex-wrap items-center gap-2 rounded-card bg-warning-soft px-3 py-2 text-sm text-warning"
    >
      <PlugZap aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{t(`channelDown.${channel.state}`, { name: channel.name })}</p>
      {mayChange && (
        <Button size="sm" asChild>
          <Link to="/app/$biz/settings/channels" params={{ biz: slug }} search={{ edit: channel.id }}>
            {t('channelDown.open')}
          </Link>
        </Button>
      )}
    </div>
  )
}
