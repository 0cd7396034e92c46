import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { ArrowUp, Inbox, PartyPopper, SearchX } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCounts, useMe } from '@/api/queries'
import { useSteady } from '@/parts/useSteady'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { conversationsQuery } from './api'
import { BulkBar } from './BulkBar'
import { rowsOf } from './cache'
import { ConversationRow } from './ConversationRow'
import { FilterBar } from './FilterBar'
import { isNarrowed, type Filter, type Narrowing } from './filters'
import { stepByArrows } from './rowFocus'
import type { View } from './types'
import { useBulk, type Bulk } from './useBulk'
import { useSteadyList } from './useSteadyList'
import { ViewHead } from './ViewHead'

interface Props {
  /** the view's word in the address */
  place: string
  filter: Filter
  narrowing: Narrowing
  current?: string
  onOpen: (id: string) => void
  onNarrow: (change: Narrowing) => void
}

export function ConversationList({ place, filter, narrowing, current, onOpen, onNarrow }: Props) {
  const { t } = useTranslation('inbox')
  const { view } = filter
  const query = useInfiniteQuery(conversationsQuery(filter))
  const rows = useMemo(() => rowsOf(query.data), [query.data])
  const { slug } = useMe().tenant
  const search = useLocation({ select: ({ searchStr }) => withoutLink(searchStr) })
  const bulk = useBulk(filter)
  const steady = useSteady({ onOpen, onSelect: bulk.toggle })
  const counts = useCounts()
  const narrowed = isNarrowed(narrowing) || place !== view
  useSelectKeys(bulk)
  const scroller = useRef<HTMLDivElement>(null)
  const { hidden, toTop, handlers } = useSteadyList(
    scroller,
    useMemo(() => rows.map(({ id }) => id), [rows]),
  )
  return (
    <section aria-label={t('list.label')} className="flex h-full min-h-0 flex-col bg-surface">
      <ViewHead place={place} filter={filter} />
      <FilterBar filter={filter} narrowing={narrowing} rows={rows} onNarrow={onNarrow} />
      <BulkBar
        bulk={bulk}
        total={narrowed ? undefined : counts[view]}
        rows={rows.map(({ id }) => id)}
        more={query.hasNextPage}
      />
      <div className="relative min-h-0 flex-1">
        <div ref={scroller} className="relative h-full overflow-y-auto [overflow-anchor:none]" {...handlers}>
          {query.isPending && <SkeletonRows rows={6} />}
          {query.isError && !query.data && <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
          {/* the keys are for the links within */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <ul data-testid="inbox-list" aria-label={t(`view.${view}`)} onKeyDown={stepByArrows}>
            {rows.map((row) => (
              <li key={row.id} className="[contain-intrinsic-block-size:auto_86px] [content-visibility:auto]">
                <ConversationRow
                  conversation={row}
                  href={`/app/${slug}/inbox/${place}/${row.id}${search}`}
                  view={view}
                  current={row.id === current}
                  selected={bulk.all || bulk.ids.has(row.id)}
                  selecting={bulk.all || bulk.count > 0}
                  {...steady}
                />
              </li>
            ))}
          </ul>
          {query.isSuccess && rows.length === 0 && (
            <NoRows
              view={view}
              part={place !== view}
              filtered={isNarrowed(narrowing)}
              onClear={() => onNarrow(Object.fromEntries(Object.keys(narrowing).map((name) => [name, undefined])))}
            />
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

/** A link to a message leads to its own conversation alone. */
function withoutLink(search: string) {
  const asked = new URLSearchParams(search)
  asked.delete('m')
  return asked.size > 0 ? `?${asked}` : ''
}

/** `x` selects the row with the focus, and with Shift all from the last one to it. */
function useSelectKeys(bulk: Bulk) {
  const last = useRef<string | undefined>(undefined)
  const focused = () => document.activeElement?.closest<HTMLElement>('[data-testid="conv-row"]')?.dataset.id
  useKeys({
    'list.select': () => {
      const id = focused()
      if (!id) return
      last.current = id
      bulk.toggle(id)
    },
    'list.selectRange': () => {
      const id = focused()
      const all = [...document.querySelectorAll<HTMLElement>('[data-testid="conv-row"]')].map((row) => row.dataset.id!)
      if (!id) return
      const [from, to] = [all.indexOf(last.current ?? id), all.indexOf(id)].sort((a, b) => a - b)
      bulk.add(all.slice(Math.max(0, from ?? 0), (to ?? 0) + 1))
      last.current = id
    },
  })
}

interface NoRowsProps {
  view: View
  /** of the view only one label or channel is listed */
  part: boolean
  filtered: boolean
  onClear: () => void
}

function NoRows({ view, part, filtered, onClear }: NoRowsProps) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const seeAll = (
    <Button asChild>
      <Link to="/app/$biz/inbox/$view" params={{ biz: slug, view: 'all' }} search={{}}>
        {t('empty.seeAll')}
      </Link>
    </Button>
  )
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
  if (part) return <Empty icon={<SearchX />} title={t('empty.part')} action={seeAll} />
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
  return <Empty icon={<PartyPopper />} title={t(`empty.${view}`)} action={seeAll} />
}
