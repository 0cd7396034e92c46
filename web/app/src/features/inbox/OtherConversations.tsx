import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { ChannelIcon } from '@/parts/ChannelIcon'
import { contactConversationsQuery } from '@/parts/contact/api'
import { narrowingOf } from './filters'
import { PanelBlock } from './PanelBlock'
import type { Conversation } from './types'

interface Props {
  conversation: Conversation
  place: string
  contact: Contact | undefined
}

/** What this customer has written on other channels: each is opened with a click. */
export function OtherConversations({ conversation, place, contact }: Props) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const { listTime, dateTime } = useFormat()
  // who is known in one way alone has one conversation; of some, one is not told how they are known
  const ways = contact?.identities?.length
  const { data = [] } = useQuery({
    ...contactConversationsQuery(conversation.contact.id),
    enabled: contact !== undefined && ways !== 1,
  })
  const others = data.filter(({ id }) => id !== conversation.id)
  if (others.length === 0) return null
  return (
    <PanelBlock title={t('panel.conversations')}>
      <ul className="-mx-2">
        {others.map(({ id, channel, lastMessage, lastAt, status }) => (
          <li key={id}>
            <Link
              to="/app/$biz/inbox/$view/$conversation"
              params={{ biz: slug, view: place, conversation: id }}
              search={narrowingOf}
              className="flex min-h-11 items-center gap-2.5 rounded-control px-2 py-1.5 hover:bg-sunken [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
            >
              <ChannelIcon type={channel.type} />
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1 truncate text-sm font-medium">
                    {t(`channel.${channel.type}`, { defaultValue: channel.name })}
                    {status === 'closed' && <span className="font-normal text-muted"> · {t('chip.closed')}</span>}
                  </span>
                  <time dateTime={lastAt} title={dateTime(lastAt)} className="shrink-0 text-xs text-muted">
                    {listTime(lastAt)}
                  </time>
                </span>
                <bdi className="block truncate text-xs text-muted">
                  {lastMessage ? lastMessage.text || t('row.file') : t('row.empty')}
                </bdi>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </PanelBlock>
  )
}
