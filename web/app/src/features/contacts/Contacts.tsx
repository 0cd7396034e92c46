import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { UserPlus, Users } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery, useCan } from '@/api/queries'
import { ContactSheet } from '@/parts/contact/ContactSheet'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty, ErrorCard, NoResult, SkeletonRows } from '@/ui/states'
import { contactsQuery } from './api'
import { usualSort, type Asked } from './asked'
import { useColumns } from './columns'
import { ContactTable } from './ContactTable'
import { Toolbar } from './Toolbar'

const route = getRouteApi('/app/$biz/contacts')

/** Everybody who has written or booked: a table, on phones cards. What is asked for is in the address. */
export function Contacts() {
  const { t } = useTranslation('contacts')
  const { edit, ...asked } = route.useSearch()
  const { q, channel, sort = usualSort } = asked
  const { biz } = route.useParams()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(contactsQuery(asked))
  const mayAdd = useCan('contacts.all')
  const open = (next: 'new' | undefined) => void navigate({ search: (now) => ({ ...now, edit: next }) })
  const add = mayAdd ? () => open('new') : undefined
  useKeys({ new: add })
  const [shown, toggle] = useColumns()
  const { data: channels = [] } = useQuery({ ...channelsQuery(), enabled: useCan('channels.see') })
  const contacts = useMemo(() => {
    // somebody whose place has changed between two pages may be on both
    const all = new Map(query.data?.pages.flatMap(({ items }) => items).map((each) => [each.id, each]))
    return [...all.values()]
  }, [query.data])
  const ask = useCallback(
    (change: Asked) =>
      void navigate({
        search: (now) => {
          const next = { ...now, ...change }
          return { ...next, sort: next.sort === usualSort ? undefined : next.sort }
        },
        replace: true,
      }),
    [navigate],
  )
  const filters = [
    ...(q ? [{ label: q, onRemove: () => ask({ q: undefined }) }] : []),
    ...(channel
      ? [
          {
            label: channels.find(({ id }) => id === channel)?.name ?? t('column.channels'),
            onRemove: () => ask({ channel: undefined }),
          },
        ]
      : []),
  ]
  return (
    <div className="mx-auto flex h-full w-full max-w-[1440px] flex-col gap-3 overflow-y-auto p-4 md:gap-4 md:p-6">
      <Toolbar asked={asked} channels={channels} shown={shown} onAsk={ask} onToggle={toggle} onAdd={add} />
      <Card className="flex min-h-64 flex-col overflow-hidden">
        {query.isPending ? (
          <SkeletonRows />
        ) : query.isError && contacts.length === 0 ? (
          <ErrorCard error={query.error} onRetry={() => void query.refetch()} />
        ) : contacts.length > 0 ? (
          <ContactTable
            // another question begins at the top
            key={`${q} ${channel} ${sort}`}
            contacts={contacts}
            shown={shown}
            sort={sort}
            onSort={(next) => ask({ sort: next })}
            next={nextOf(query)}
            old={query.isPlaceholderData}
            onMore={() => void query.fetchNextPage()}
          />
        ) : filters.length > 0 ? (
          <NoResult filters={filters} onClear={() => ask({ q: undefined, channel: undefined })} />
        ) : (
          <Empty
            icon={<Users />}
            title={t('empty')}
            action={
              add && (
                <Button kind="primary" onClick={add}>
                  <UserPlus aria-hidden />
                  {t('add')}
                </Button>
              )
            }
          >
            {t('emptyText')}
          </Empty>
        )}
      </Card>
      {edit && mayAdd && (
        <ContactSheet
          onClose={() => open(undefined)}
          onSaved={({ id }) => void navigate({ to: '/app/$biz/contacts/$id', params: { biz, id }, replace: true })}
        />
      )}
    </div>
  )
}

function nextOf(query: { hasNextPage: boolean; isFetching: boolean; isFetchNextPageError: boolean }) {
  if (!query.hasNextPage) return 'none'
  if (query.isFetching) return 'asked'
  return query.isFetchNextPageError ? 'failed' : 'there'
}
