import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ExternalLink, MessageCircle } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery, useCan, useMe } from '@/api/queries'
import { CopyBox } from '@/parts/CopyBox'
import { widgetSnippet } from '@/parts/snippet'
import { Button } from '@/ui/button'
import { Card, Page } from '@/ui/card'
import { ErrorCard, Loading, Skeleton } from '@/ui/states'
import { ChannelCard } from './ChannelCard'
import { WebchatSheet } from './WebchatSheet'
import { WhatsAppSheet } from './WhatsAppSheet'

const route = getRouteApi('/app/$biz/settings/channels')

/** Every way in for customers. The open one is in the address: `?edit=whatsapp` or its id. */
export function Channels() {
  const { t } = useTranslation('channels')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const { slug } = useMe().tenant
  const mayChange = useCan('channels.change')
  const channels = useQuery(channelsQuery())
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  const another = channels.data?.some(({ type }) => type === 'whatsapp')
  const connect = t(another ? 'whatsapp.connectAnother' : 'whatsapp.connect')
  const edited = channels.data?.find(({ id }) => id === edit)

  return (
    <Page>
      <header>
        <h2 className="text-lg font-semibold tracking-tight">{t('title')}</h2>
        <p className="text-muted">{t('lead')}</p>
      </header>
      {channels.isPending && (
        <Loading className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
          {[1, 2, 3].map((each) => (
            <Skeleton key={each} className="h-64 rounded-card" />
          ))}
        </Loading>
      )}
      {channels.isError && <ErrorCard error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.data && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2" data-testid="channel-list">
          {channels.data.map((channel) => (
            <ChannelCard key={channel.id} channel={channel} mayChange={mayChange} onOpen={() => open(channel.id)}>
              {channel.type === 'webchat' && (
                <div className="flex flex-col gap-1.5">
                  <p className="text-sm text-muted">{t('webchat.snippet')}</p>
                  <CopyBox text={widgetSnippet(slug)} label={t('webchat.snippet')} />
                  <Button kind="link" className="self-start" asChild>
                    <a href={`/sample/${slug}`} target="_blank" rel="noreferrer">
                      {t('webchat.sample')}
                      <ExternalLink aria-hidden />
                    </a>
                  </Button>
                </div>
              )}
              {channel.type === 'sandbox' && (
                <div className="flex flex-col items-start gap-3">
                  <p className="text-sm text-muted">{t('sandbox.text')}</p>
                  <Button asChild>
                    <Link to="/app/$biz/try" params={{ biz: slug }}>
                      {t('sandbox.open')}
                    </Link>
                  </Button>
                </div>
              )}
              {channel.type === 'whatsapp' && channel.phoneNumberId && (
                <p className="text-xs text-muted">
                  {t('whatsapp.numberId')} <bdi className="num">{channel.phoneNumberId}</bdi>
                </p>
              )}
            </ChannelCard>
          ))}
          {mayChange && (
            <Card className="flex flex-col items-start gap-3 border-dashed bg-transparent p-4">
              <span aria-hidden className="grid size-9 place-items-center rounded-card bg-success-soft text-success">
                <MessageCircle className="size-5" strokeWidth={1.75} />
              </span>
              <div>
                <h3 className="font-semibold">{connect}</h3>
                <p className="mt-0.5 text-sm text-muted">{t('whatsapp.connectText')}</p>
              </div>
              <Button kind={another ? undefined : 'primary'} className="mt-auto" onClick={() => open('whatsapp')}>
                {connect}
              </Button>
            </Card>
          )}
        </div>
      )}
      {mayChange && (edit === 'whatsapp' || edited?.type === 'whatsapp') && (
        <WhatsAppSheet key={edit} channel={edited} onClose={() => open(undefined)} />
      )}
      {mayChange && edited?.type === 'webchat' && (
        <WebchatSheet key={edit} channel={edited} onClose={() => open(undefined)} />
      )}
    </Page>
  )
}
