import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AtSign, Hand, Plug, TriangleAlert, UserRoundCheck, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { key, useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { AllDone, ErrorCard, NoResult, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { kinds, markSeen, notificationsQuery, type Kind, type NotificationType } from './api'
import { grouped, type Group } from './groups'

const icons: Record<NotificationType, LucideIcon> = {
  handoff: Hand,
  'handoff-waiting': Hand,
  assigned: UserRoundCheck,
  mention: AtSign,
  'message-failed': TriangleAlert,
  'channel-down': Plug,
}

/** What I was told, about one customer or channel together; one kind of it alone if I wish. */
export function Notices({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('bell')
  const { slug } = useMe().tenant
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>('all')
  const query = useInfiniteQuery(notificationsQuery(kind))
  const groups = grouped(query.data?.pages.flatMap(({ items }) => items) ?? [])
  const unread = query.data?.pages[0]?.unread ?? 0

  const seen = async (ids?: string[]) => {
    try {
      await markSeen(ids)
    } catch {
      toast.failed(t('notMarked'))
    }
    await cache.invalidateQueries({ queryKey: key('notifications') })
  }
  const open = (group: Group) => {
    void seen(group.items.map(({ id }) => id))
    onDone()
    const to = group.conversationId ? `inbox/all/${group.conversationId}` : 'settings/channels'
    void navigate({ to: `/app/${slug}/${to}` as string })
  }

  return (
    <>
      <header className="flex min-h-12 shrink-0 items-center justify-between gap-2 border-b px-4">
        <h2 className="font-semibold">{t('title')}</h2>
        {unread > 0 && (
          <Button kind="link" size="sm" onClick={() => void seen()}>
            {t('markAll')}
          </Button>
        )}
      </header>
      <div role="group" aria-label={t('filter')} className="flex shrink-0 flex-wrap gap-1 border-b px-3 py-2">
        {(Object.keys(kinds) as Kind[]).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            onClick={() => setKind(each)}
            className={cn(
              'min-h-6 rounded-full px-2.5 text-xs font-medium text-muted hover:bg-sunken max-md:min-h-9',
              kind === each && 'bg-primary-soft text-primary hover:bg-primary-soft',
            )}
          >
            {t(`kind.${each}`)}
          </button>
        ))}
      </div>
      <div className="min-h-0 overflow-y-auto">
        {query.isPending ? (
          <SkeletonRows rows={3} />
        ) : query.isError && groups.length === 0 ? (
          <ErrorCard error={query.error} onRetry={() => void query.refetch()} />
        ) : groups.length > 0 ? (
          <ul className="divide-y">
            {groups.map((group) => (
              <Row key={group.key} group={group} onOpen={() => open(group)} />
            ))}
          </ul>
        ) : kind === 'all' ? (
          <AllDone title={t('none')}>{t('noneText')}</AllDone>
        ) : (
          <NoResult
            filters={[{ label: t(`kind.${kind}`), onRemove: () => setKind('all') }]}
            onClear={() => setKind('all')}
          />
        )}
        {query.hasNextPage && (
          <Button
            kind="ghost"
            className="m-2"
            busy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('older')}
          </Button>
        )}
      </div>
    </>
  )
}

function Row({ group, onOpen }: { group: Group; onOpen: () => void }) {
  const { t } = useTranslation('bell')
  const { relative, dateTime } = useFormat()
  const { name, items, unread, at } = group
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        data-testid="notice-row"
        className="flex w-full items-start gap-3 px-4 py-3 text-start hover:bg-sunken"
      >
        <span
          aria-hidden
          className={cn('mt-1.5 size-2 shrink-0 rounded-full', unread ? 'bg-primary' : 'bg-transparent')}
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
              {name || t('visitor')}
            </span>
            <time dateTime={at} title={dateTime(at)} className="shrink-0 text-xs text-muted">
              {relative(at)}
            </time>
          </span>
          {items.map(({ id, type, times, reason, conversationId }) => {
            const Icon = icons[type]
            return (
              <span key={id} className="flex items-start gap-1.5 text-muted">
                <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
                <span className="min-w-0">
                  {t(`type.${type}`, { count: times })}
                  {!conversationId && reason && `: ${reason}`}
                </span>
              </span>
            )
          })}
          {unread && <span className="sr-only">{t('new')}</span>}
        </span>
      </button>
    </li>
  )
}
