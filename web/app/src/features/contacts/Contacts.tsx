import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Search, Users } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useKeys } from '@/shell/keys'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, Page } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Input } from '@/ui/input'
import { Empty, ErrorCard, NoResult, SkeletonRows } from '@/ui/states'
import { contactsQuery } from './api'

const route = getRouteApi('/app/$biz/contacts')
const columns = 'md:grid md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1.4fr)_8rem] md:items-center md:gap-4'

/** Everybody who has written or booked: a table, on phones cards. The search is in the address. */
export function Contacts() {
  const { t } = useTranslation('contacts')
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const contacts = useInfiniteQuery(contactsQuery(q))
  const box = useRef<HTMLInputElement>(null)
  const search = (text: string) => void navigate({ search: text ? { q: text } : {}, replace: true })
  const clear = () => {
    if (box.current) box.current.value = ''
    search('')
  }
  const step = (by: number) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="contact-row"]')]
    const here = rows.findIndex((row) => row === document.activeElement)
    rows[Math.min(rows.length - 1, Math.max(0, here + by))]?.focus()
  }
  useKeys({
    search: () => box.current?.focus(),
    'list.next': () => step(1),
    'list.previous': () => step(-1),
  })
  const items = contacts.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page wide>
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          ref={box}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={q}
          onChange={(event) => search(event.target.value)}
          className="ps-9"
        />
      </div>
      <Card className="md:overflow-clip">
        {contacts.isPending ? (
          <SkeletonRows />
        ) : contacts.isError && items.length === 0 ? (
          <ErrorCard error={contacts.error} onRetry={() => void contacts.refetch()} />
        ) : items.length > 0 ? (
          <>
            <div
              aria-hidden
              className={`sticky top-0 z-10 hidden border-b bg-surface px-4 py-2 text-xs font-medium text-muted ${columns}`}
            >
              <span className="ps-12">{t('name')}</span>
              <span>{t('phone')}</span>
              <span>{t('email')}</span>
              <span className="text-end">{t('known')}</span>
            </div>
            <ul className="divide-y" aria-busy={contacts.isPlaceholderData}>
              {items.map((contact) => (
                <Row key={contact.id} contact={contact} />
              ))}
            </ul>
            {contacts.hasNextPage && (
              <More busy={contacts.isFetchingNextPage} onSeen={() => void contacts.fetchNextPage()} />
            )}
          </>
        ) : q ? (
          <NoResult filters={[{ label: q, onRemove: clear }]} onClear={clear} />
        ) : (
          <Empty icon={<Users />} title={t('empty')}>
            {t('emptyText')}
          </Empty>
        )}
      </Card>
    </Page>
  )
}

function Row({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const { biz } = route.useParams()
  const format = useFormat()
  const { id, name, phone, email, blocked, createdAt } = contact
  return (
    <li className="[contain-intrinsic-size:auto_57px] [content-visibility:auto]">
      <Link
        to="/app/$biz/contacts/$id"
        params={{ biz, id }}
        data-testid="contact-row"
        className={`flex flex-wrap gap-x-3 px-4 py-2.5 hover:bg-canvas focus-visible:-outline-offset-2 ${columns}`}
      >
        <span className="flex min-w-0 flex-1 items-center gap-3">
          <Avatar name={name} colorKey={id} />
          <span className="min-w-0">
            <span dir="auto" className="block truncate font-medium">
              {name}
            </span>
            <span className="block truncate text-sm text-muted md:hidden">
              <bdi className="num">{phone ? format.phone(phone) : email}</bdi>
            </span>
          </span>
          {blocked && (
            <Chip tone="danger" dot>
              {t('blocked')}
            </Chip>
          )}
        </span>
        <bdi className="num truncate text-sm text-muted max-md:hidden">{phone && format.phone(phone)}</bdi>
        <bdi className="truncate text-sm text-muted max-md:hidden">{email}</bdi>
        <time
          dateTime={createdAt}
          title={format.dateTime(createdAt)}
          className="text-end text-sm text-muted max-md:hidden"
        >
          {format.relative(createdAt)}
        </time>
      </Link>
    </li>
  )
}

/** The end of what is known: seen, it asks for more. */
function More({ busy, onSeen }: { busy: boolean; onSeen: () => void }) {
  const { t } = useTranslation('contacts')
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  useEffect(() => {
    if (busy || !end.current) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '400px',
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [busy])
  return (
    <div ref={end} className="flex justify-center border-t p-2">
      <Button kind="ghost" busy={busy} onClick={onSeen}>
        {t('more')}
      </Button>
    </div>
  )
}
