import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Search, Users } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '@/shell/keys'
import { Card } from '@/ui/card'
import { Input } from '@/ui/input'
import { Empty, ErrorCard, NoResult, SkeletonRows } from '@/ui/states'
import { contactsQuery } from './api'
import { ContactTable } from './ContactTable'

const route = getRouteApi('/app/$biz/contacts')
const pause = 150

/** Everybody who has written or booked: a table, on phones cards. What is asked for is in the address. */
export function Contacts() {
  const { t } = useTranslation('contacts')
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(contactsQuery(q))
  const contacts = useMemo(() => {
    // somebody whose place has changed between two pages may be on both
    const all = new Map(query.data?.pages.flatMap(({ items }) => items).map((each) => [each.id, each]))
    return [...all.values()]
  }, [query.data])
  const search = useCallback(
    (words: string) => void navigate({ search: words ? { q: words } : {}, replace: true }),
    [navigate],
  )
  return (
    <div className="mx-auto flex h-full w-full max-w-[1440px] flex-col gap-3 overflow-y-auto p-4 md:gap-4 md:p-6">
      <SearchBox q={q} onSearch={search} />
      <Card className="flex min-h-64 flex-col overflow-hidden">
        {query.isPending ? (
          <SkeletonRows />
        ) : query.isError && contacts.length === 0 ? (
          <ErrorCard error={query.error} onRetry={() => void query.refetch()} />
        ) : contacts.length > 0 ? (
          <ContactTable
            key={q}
            contacts={contacts}
            next={nextOf(query)}
            old={query.isPlaceholderData}
            onMore={() => void query.fetchNextPage()}
          />
        ) : q ? (
          <NoResult filters={[{ label: q, onRemove: () => search('') }]} onClear={() => search('')} />
        ) : (
          <Empty icon={<Users />} title={t('empty')}>
            {t('emptyText')}
          </Empty>
        )}
      </Card>
    </div>
  )
}

function nextOf(query: { hasNextPage: boolean; isFetching: boolean; isFetchNextPageError: boolean }) {
  if (!query.hasNextPage) return 'none'
  if (query.isFetching) return 'asked'
  return query.isFetchNextPageError ? 'failed' : 'there'
}

function SearchBox({ q, onSearch }: { q: string; onSearch: (words: string) => void }) {
  const { t } = useTranslation('contacts')
  const box = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(q)
  useKeys({ search: () => box.current?.focus() })
  // taken off elsewhere, or by the way back
  useEffect(() => setWords((typed) => (typed.trim() === q ? typed : q)), [q])
  useEffect(() => {
    if (words.trim() === q) return
    const timer = setTimeout(() => onSearch(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words, q, onSearch])
  return (
    <div className="relative shrink-0">
      <Search aria-hidden className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
      <Input
        ref={box}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="ps-9"
      />
    </div>
  )
}
