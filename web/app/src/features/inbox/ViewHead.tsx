import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Bookmark, Check, ChevronDown } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { labelsQuery } from '@/api/labels'
import { channelsQuery, useCan, useCounts, useMe } from '@/api/queries'
import { LabelDot } from '@/parts/LabelChip'
import { savedViewsQuery } from '@/parts/savedViews/api'
import { SavedViewItems } from '@/parts/savedViews/SavedViews'
import { Chip } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { useInSight } from '@/ui/useInSight'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/ui/menu'
import { ChannelIcon } from '@/parts/ChannelIcon'
import { readPlace, readSearch, same, type Filter, type Narrowing } from './filters'
import { views } from './types'

interface Props {
  /** the view's word in the address */
  place: string
  /** all that is asked for */
  filter: Filter
}

/** A menu where there is room, chips under the thumb on phones. */
export const ViewHead = memo(function ViewHead({ place, filter }: Props) {
  const { view } = filter
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const counts = useCounts()
  const navigate = useNavigate()
  const row = useInSight(place)
  const { data: labels = [] } = useQuery({ ...labelsQuery(), enabled: useCan('inbox.see') })
  const { data: channels = [] } = useQuery({ ...channelsQuery(), enabled: useCan('channels.see') })
  const { data: saved = [] } = useQuery(savedViewsQuery('inbox'))
  const countOf = (label: string) => counts.labels?.find(({ labelId }) => labelId === label)?.count ?? 0

  const own = saved.find((each) => same(filter, { ...readPlace(each.view), ...readSearch(each.search) }))
  // the member's name for what is listed stands for it
  const at = own ? undefined : place
  const label = labels.find(({ id }) => at === `label-${id}`)
  const channel = channels.find(({ id }) => at === `channel-${id}`)
  const count = own ? undefined : label ? countOf(label.id) : channel ? undefined : counts[view]
  const go = (next: string) =>
    void navigate({ to: '/app/$biz/inbox/$view', params: { biz: slug, view: next }, search: {} })
  return (
    <>
      <header className="flex h-14 shrink-0 items-center border-b px-2 max-md:hidden">
        <Menu>
          <MenuTrigger className="flex h-9 min-w-0 items-center gap-2 rounded-control px-2 font-semibold hover:bg-sunken">
            <h2 className="truncate">{own?.name ?? label?.name ?? channel?.name ?? t(`view.${view}`)}</h2>
            {count !== undefined && count > 0 && (
              <Chip tone={view === 'attention' ? 'warning' : 'neutral'} className="num">
                {count}
              </Chip>
            )}
            <ChevronDown aria-hidden className="size-4 shrink-0" />
          </MenuTrigger>
          <MenuContent align="start" className="w-64">
            {views.map((each) => (
              <ViewItem key={each} here={each === at} count={counts[each]} onSelect={() => go(each)}>
                {t(`view.${each}`)}
              </ViewItem>
            ))}
            {labels.length > 0 && (
              <>
                <MenuSeparator />
                <MenuLabel>{t('list.labels')}</MenuLabel>
              </>
            )}
            {labels.map((each) => (
              <ViewItem
                key={each.id}
                here={each === label}
                count={countOf(each.id)}
                onSelect={() => go(`label-${each.id}`)}
              >
                <LabelDot color={each.color} className="ms-1" />
                <bdi className="truncate">{each.name}</bdi>
              </ViewItem>
            ))}
            <SavedViewItems
              list="inbox"
              isCurrent={({ id }) => id === own?.id}
              onOpen={(saved) =>
                void navigate({
                  to: '/app/$biz/inbox/$view',
                  params: { biz: slug, view: saved.view },
                  search: readSearch(saved.search),
                })
              }
            />
            {channels.length > 1 && (
              <>
                <MenuSeparator />
                <MenuLabel>{t('list.channels')}</MenuLabel>
                {channels.map((each) => (
                  <ViewItem key={each.id} here={each === channel} onSelect={() => go(`channel-${each.id}`)}>
                    <ChannelIcon type={each.type} />
                    <span className="truncate">{each.name}</span>
                  </ViewItem>
                ))}
              </>
            )}
          </MenuContent>
        </Menu>
      </header>
      <nav
        ref={row}
        aria-label={t('list.views')}
        className="flex shrink-0 gap-2 overflow-x-auto border-b px-4 py-2.5 [scrollbar-width:none] md:hidden"
      >
        {views.map((each) => (
          <ViewLink key={each} to={each} here={each === at} count={counts[each]} urgent={each === 'attention'}>
            {t(`view.${each}`)}
          </ViewLink>
        ))}
        {labels.map((each) => (
          <ViewLink key={each.id} to={`label-${each.id}`} here={each === label} count={countOf(each.id)}>
            <LabelDot color={each.color} />
            <bdi>{each.name}</bdi>
          </ViewLink>
        ))}
        {saved.map((each) => (
          <ViewLink key={each.id} to={each.view} search={readSearch(each.search)} here={each === own}>
            <Bookmark aria-hidden className="size-4" />
            <bdi>{each.name}</bdi>
          </ViewLink>
        ))}
      </nav>
    </>
  )
})

interface ItemProps {
  here: boolean
  count?: number
  children: React.ReactNode
}

function ViewItem({ here, count, onSelect, children }: ItemProps & { onSelect: () => void }) {
  return (
    <MenuItem onSelect={onSelect}>
      <span className={cn('flex min-w-0 flex-1 items-center gap-2', here && 'font-semibold text-primary')}>
        {children}
      </span>
      <span className="num text-xs text-muted">{count ?? ''}</span>
      {here ? <Check aria-hidden /> : <span aria-hidden className="size-4" />}
    </MenuItem>
  )
}

interface LinkProps extends ItemProps {
  to: string
  search?: Narrowing
  urgent?: boolean
}

function ViewLink({ to, search = {}, here, count, urgent, children }: LinkProps) {
  const { slug } = useMe().tenant
  return (
    <Link
      to="/app/$biz/inbox/$view"
      params={{ biz: slug, view: to }}
      search={search}
      aria-current={here ? 'page' : undefined}
      className={cn(
        'flex h-11 shrink-0 items-center gap-1.5 rounded-full px-4 text-xs font-medium',
        here ? (urgent ? 'bg-warning-soft text-warning' : 'bg-primary-soft text-primary') : 'bg-sunken text-muted',
      )}
    >
      {children}
      {!!count && <span className="num">{count}</span>}
    </Link>
  )
}
