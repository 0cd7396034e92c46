import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowUp, Check, ChevronDown, Inbox, PartyPopper, Search, SearchX, X } from 'lucide-react'
import { useMemo, useRef, useState, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery, useCounts, useMe } from '@/api/queries'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { conversationsQuery } from './api'
import { rowsOf } from './cache'
import { ConversationRow } from './ConversationRow'
import { views, type View } from './types'
import { useSteadyList } from './useSteadyList'

interface Props {
  view: View
  q?: string
  channel?: string
  current?: string
  onSearch: (q: string) => void
  onChannel: (channel: string | undefined) => void
}

export function ConversationList({ view, q, channel, current, onSearch, onChannel }: Props) {
  const { t } = useTranslation('inbox')
  const query = useInfiniteQuery(conversationsQuery({ view, q, channel }))
  const rows = useMemo(() => rowsOf(query.data), [query.data])
  const scroller = useRef<HTMLDivElement>(null)
  const { hidden, toTop, handlers } = useSteadyList(
    scroller,
    useMemo(() => rows.map(({ id }) => id), [rows]),
  )
  return (
    <section aria-label={t('list.label')} className="flex h-full min-h-0 flex-col bg-surface">
      <ViewHead view={view} />
      <Filters q={q} channel={channel} onSearch={onSearch} onChannel={onChannel} />
      <div className="relative min-h-0 flex-1">
        <div ref={scroller} className="relative h-full overflow-y-auto [overflow-anchor:none]" {...handlers}>
          {query.isPending && <SkeletonRows rows={6} />}
          {query.isError && !query.data && <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
          <ul data-testid="inbox-list" aria-label={t(`view.${view}`)}>
            {rows.map((row) => (
              <li key={row.id}>
                <ConversationRow conversation={row} view={view} current={row.id === current} />
              </li>
            ))}
          </ul>
          {query.isSuccess && rows.length === 0 && (
            <NoRows view={view} filtered={!!(q || channel)} onClear={() => (onSearch(''), onChannel(undefined))} />
          )}
          {query.hasNextPage && (
            <div className="grid place-items-center p-3">
              <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('list.more')}
              </Button>
            </div>
          )}
        </div>
        {hidden > 0 && (
          <Button
            size="sm"
            kind="primary"
            className="absolute inset-x-0 top-2 mx-auto w-fit rounded-full shadow-float"
            onClick={toTop}
          >
            <ArrowUp aria-hidden />
            {t('list.new', { count: hidden })}
          </Button>
        )}
      </div>
    </section>
  )
}

/** A menu where there is room, chips under the thumb on phones. */
function ViewHead({ view }: { view: View }) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const counts = useCounts()
  const navigate = useNavigate()
  const count = counts[view]
  return (
    <>
      <header className="flex h-14 shrink-0 items-center border-b px-2 max-md:hidden">
        <Menu>
          <MenuTrigger className="flex h-9 items-center gap-2 rounded-control px-2 font-semibold hover:bg-sunken">
            <h2>{t(`view.${view}`)}</h2>
            {count !== undefined && count > 0 && (
              <Chip tone={view === 'attention' ? 'warning' : 'neutral'} className="num">
                {count}
              </Chip>
            )}
            <ChevronDown aria-hidden className="size-4" />
          </MenuTrigger>
          <MenuContent align="start" className="w-60">
            {views.map((each) => (
              <MenuItem
                key={each}
                onSelect={() =>
                  void navigate({ to: '/app/$biz/inbox/$view', params: { biz: slug, view: each }, search: {} })
                }
              >
                <span className={cn('flex-1', each === view && 'font-semibold text-primary')}>{t(`view.${each}`)}</span>
                <span className="num text-xs text-muted">{counts[each] ?? ''}</span>
                {each === view ? <Check aria-hidden /> : <span aria-hidden className="size-4" />}
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      </header>
      <nav
        aria-label={t('list.views')}
        className="flex shrink-0 gap-2 overflow-x-auto border-b px-4 py-2.5 [scrollbar-width:none] md:hidden"
      >
        {views.map((each) => (
          <Link
            key={each}
            to="/app/$biz/inbox/$view"
            params={{ biz: slug, view: each }}
            search={{}}
            aria-current={each === view ? 'page' : undefined}
            className={cn(
              'flex h-11 shrink-0 items-center gap-1.5 rounded-full px-4 text-xs font-medium',
              each === view
                ? each === 'attention'
                  ? 'bg-warning-soft text-warning'
                  : 'bg-primary-soft text-primary'
                : 'bg-sunken text-muted',
            )}
          >
            {t(`view.${each}`)}
            {!!counts[each] && <span className="num">{counts[each]}</span>}
          </Link>
        ))}
      </nav>
    </>
  )
}

function Filters({ q = '', channel, onSearch, onChannel }: Pick<Props, 'q' | 'channel' | 'onSearch' | 'onChannel'>) {
  const { t } = useTranslation('inbox')
  const { data: channels = [] } = useQuery(channelsQuery())
  const [words, setWords] = useState(q)
  useEffect(() => setWords(q), [q])
  useEffect(() => {
    if (words.trim() === q) return
    const timer = setTimeout(() => onSearch(words.trim()), 200)
    return () => clearTimeout(timer)
  }, [words, q, onSearch])
  const chosen = channels.find(({ id }) => id === channel)
  return (
    <div className="flex shrink-0 items-center gap-2 border-b px-4 py-2">
      <label className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control border bg-canvas px-2.5 focus-within:outline-2 focus-within:outline-focus max-md:h-11">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="sr-only">{t('list.search')}</span>
        <input
          id="inbox-search"
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder={t('list.searchShort')}
          className="min-w-0 flex-1 bg-transparent text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {words && (
          <button
            type="button"
            aria-label={t('list.clearSearch')}
            onClick={() => setWords('')}
            className="grid size-6 place-items-center text-muted hover:text-text"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </label>
      <Menu>
        <MenuTrigger
          className={cn(
            'flex h-8 max-w-32 shrink-0 items-center gap-1 rounded-full px-2.5 text-xs font-medium max-md:h-11',
            chosen ? 'bg-primary-soft text-primary' : 'bg-sunken text-muted hover:text-text',
          )}
        >
          <span className="truncate">{chosen?.name ?? t('list.anyChannel')}</span>
          <ChevronDown aria-hidden className="size-3 shrink-0" />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={() => onChannel(undefined)}>{t('list.anyChannel')}</MenuItem>
          {channels.map((each) => (
            <MenuItem key={each.id} onSelect={() => onChannel(each.id)}>
              {each.name}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </div>
  )
}

function NoRows({ view, filtered, onClear }: { view: View; filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  if (filtered) {
    return (
      <Empty
        icon={<SearchX />}
        title={t('empty.noResult')}
        action={<Button onClick={onClear}>{t('empty.clear')}</Button>}
      >
        {t('empty.noResultText')}
      </Empty>
    )
  }
  if (view === 'all') {
    return (
      <Empty
        icon={<Inbox />}
        title={t('empty.first')}
        action={
          <Button kind="primary" asChild>
            <Link to={`/app/${slug}/try` as string}>{t('empty.try')}</Link>
          </Button>
        }
      >
        {t('empty.firstText')}
      </Empty>
    )
  }
  return (
    <Empty
      icon={<PartyPopper />}
      title={t(`empty.${view}`)}
      action={
        <Button asChild>
          <Link to="/app/$biz/inbox/$view" params={{ biz: slug, view: 'all' }} search={{}}>
            {t('empty.seeAll')}
          </Link>
        </Button>
      }
    />
  )
}
