import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Globe, MessageCircle, MessageSquareText, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery, useMe } from '@/api/queries'
import type { Channel } from '@/api/types'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Region, Skeleton } from '@/ui/states'
import { StepFrame } from './StepFrame'

interface Props {
  onNext: () => Promise<void>
  onBack?: () => void
}

/** Where customers can write: the chat is on already, the rest can wait. */
export function ChannelsStep({ onNext, onBack }: Props) {
  const { t } = useTranslation('setup')
  const channels = useQuery(channelsQuery())
  return (
    <StepFrame
      title={t('channels.title')}
      lead={t('channels.lead')}
      nextLabel={t('continue')}
      onNext={() => void onNext()}
      onBack={onBack}
    >
      <Region query={channels} loading={<Ways />}>
        {(list) => <Ways whatsapp={list.filter(({ type }) => type === 'whatsapp')} />}
      </Region>
    </StepFrame>
  )
}

/** As high while the channels are being read, so that what is below does not move. */
function Ways({ whatsapp }: { whatsapp?: Channel[] }) {
  const { t } = useTranslation('setup')
  const { slug } = useMe().tenant
  return (
    <Card>
      <ul className="divide-y" aria-busy={!whatsapp}>
        <Way icon={Globe} name={t('channels.webchat')} text={t('channels.webchatText')}>
          <On />
        </Way>
        <Way icon={MessageSquareText} name={t('channels.sandbox')} text={t('channels.sandboxText')}>
          <On />
        </Way>
        {whatsapp?.map(({ id, name, state }) => (
          <Way key={id} icon={MessageCircle} name={name} text={t('channels.whatsapp')}>
            {state === 'live' ? (
              <On />
            ) : (
              // whatever is wrong there can be put right later
              <Chip tone="warning" dot>
                {t('channels.notYet')}
              </Chip>
            )}
          </Way>
        ))}
        {!whatsapp?.length && (
          <Way icon={MessageCircle} name={t('channels.whatsapp')} text={t('channels.whatsappText')}>
            {whatsapp ? (
              <Button size="sm" asChild>
                <Link to="/app/$biz/settings/channels" params={{ biz: slug }} search={{ edit: 'whatsapp' }}>
                  {t('channels.connect')}
                </Link>
              </Button>
            ) : (
              <Skeleton className="h-8 w-28" />
            )}
          </Way>
        )}
      </ul>
    </Card>
  )
}

function On() {
  const { t } = useTranslation('setup')
  return (
    <Chip tone="success" dot>
      {t('channels.on')}
    </Chip>
  )
}

function Way({
  icon: Icon,
  name,
  text,
  children,
}: {
  icon: LucideIcon
  name: string
  text: string
  children: ReactNode
}) {
  return (
    <li className="flex flex-wrap items-center gap-3 p-4">
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-card bg-primary-soft text-primary">
        <Icon className="size-5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-muted">{text}</p>
      </div>
      {children}
    </li>
  )
}
