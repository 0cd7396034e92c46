import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Avatar } from '@/ui/avatar'
import { Card, CardHead } from '@/ui/card'
import { AllDone, Region, SkeletonRows } from '@/ui/states'
import { attentionQuery } from './api'

export function Attention() {
  const { t } = useTranslation('home')
  const { slug } = useMe().tenant
  const format = useFormat()
  const waiting = useQuery(attentionQuery())
  return (
    <Card>
      <CardHead title={t('attention.title')} />
      <Region query={waiting} loading={<SkeletonRows rows={2} className="border-t" />}>
        {(list) =>
          list.length === 0 ? (
            <AllDone title={t('attention.none')} className="border-t py-8">
              {t('attention.noneText')}
            </AllDone>
          ) : (
            <ul className="divide-y border-t">
              {list.map((conversation) => (
                <li key={conversation.id}>
                  <Link
                    to={`/app/${slug}/inbox/attention/${conversation.id}` as string}
                    className="flex items-center gap-3 px-4 py-3 hover:bg-canvas"
                  >
                    <Avatar name={conversation.contact.name} colorKey={conversation.contact.id} />
                    <span className="min-w-0 flex-1">
                      <span className="block truncate font-medium">{conversation.contact.name}</span>
                      <bdi className="block truncate text-sm text-muted">{conversation.lastMessage?.text}</bdi>
                    </span>
                    {conversation.needsPerson && (
                      <time
                        dateTime={conversation.needsPerson.since}
                        title={format.dateTime(conversation.needsPerson.since)}
                        className="text-xs text-warning"
                      >
                        {format.relative(conversation.needsPerson.since)}
                      </time>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Region>
    </Card>
  )
}
