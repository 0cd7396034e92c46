import { Bookmark, Columns3, Search, UserPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useQuery } from '@tanstack/react-query'
import { savedViewsQuery, type SavedView } from '@/parts/savedViews/api'
import { SavedViewItems, SaveViewDialog } from '@/parts/savedViews/SavedViews'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/card'
import { Input, Select } from '@/ui/input'
import { Menu, MenuCheckboxItem, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { isSort, orders, readAsked, usualSort, writeAsked, type Asked, type Sort } from './asked'
import { choosable, type ColumnId } from './columns'

const pause = 150

interface Props {
  asked: Asked
  channels: { id: string; name: string }[]
  shown: ColumnId[]
  onAsk: (change: Asked) => void
  onToggle: (column: ColumnId) => void
  /** for whoever may */
  onAdd?: () => void
}

/** What the list is asked for, what it shows, and what is kept of that. */
export function Toolbar({ asked, channels, shown, onAsk, onToggle, onAdd }: Props) {
  const { t } = useTranslation('contacts')
  const { channel = '', sort = usualSort } = asked
  const sorts: Sort[] = orders.flatMap((order): Sort[] => [order, `-${order}`])
  return (
    <div className="flex shrink-0 flex-wrap gap-2">
      <SearchBox q={asked.q ?? ''} onAsk={onAsk} />
      <div className="flex gap-2 max-md:order-last max-md:basis-full md:contents">
        {channels.length > 1 && (
          <Select
            aria-label={t('anyChannel')}
            value={channel}
            onChange={(event) => onAsk({ channel: event.target.value || undefined })}
            className="w-44 max-md:min-w-0 max-md:flex-[3]"
          >
            <option value="">{t('anyChannel')}</option>
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Select
          aria-label={t('order')}
          value={sort}
          onChange={({ target }) => isSort(target.value) && onAsk({ sort: target.value })}
          className="min-w-0 flex-[4] md:hidden"
        >
          {sorts.map((each) => (
            <option key={each} value={each}>
              {t(`sort.${each}`)}
            </option>
          ))}
        </Select>
      </div>
      <Menu>
        <MenuTrigger asChild>
          <Button className="max-md:hidden">
            <Columns3 aria-hidden />
            {t('columns')}
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          {choosable.map((id) => (
            <MenuCheckboxItem key={id} checked={shown.includes(id)} onCheckedChange={() => onToggle(id)}>
              {t(`column.${id}`)}
            </MenuCheckboxItem>
          ))}
        </MenuContent>
      </Menu>
      <Views asked={asked} onAsk={onAsk} />
      {onAdd && (
        <Button kind="primary" onClick={onAdd}>
          <UserPlus aria-hidden />
          <span className="max-md:sr-only">{t('add')}</span>
          <Kbd className="border-on-primary/40 bg-transparent text-on-primary max-md:hidden">N</Kbd>
        </Button>
      )}
    </div>
  )
}

function Views({ asked, onAsk }: Pick<Props, 'asked' | 'onAsk'>) {
  const { t } = useTranslation('savedViews')
  const [saving, setSaving] = useState(false)
  const { data: views = [] } = useQuery(savedViewsQuery('contacts'))
  const search = writeAsked(asked)
  if (views.length === 0 && !search) return null
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button>
            <Bookmark aria-hidden />
            <span className="max-md:sr-only">{t('title')}</span>
          </Button>
        </MenuTrigger>
        <MenuContent align="end" className="w-64">
          {search && <MenuItem onSelect={() => setSaving(true)}>{t('save')}</MenuItem>}
          <SavedViewItems
            list="contacts"
            isCurrent={(view) => search !== '' && writeAsked(askedBy(view)) === search}
            onOpen={(view) => onAsk({ q: undefined, channel: undefined, sort: undefined, ...askedBy(view) })}
          />
        </MenuContent>
      </Menu>
      {saving && <SaveViewDialog list="contacts" view="all" search={search} onClose={() => setSaving(false)} />}
    </>
  )
}

const askedBy = ({ search }: SavedView) => readAsked(Object.fromEntries(new URLSearchParams(search)))

function SearchBox({ q, onAsk }: { q: string; onAsk: Props['onAsk'] }) {
  const { t } = useTranslation('contacts')
  const box = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(q)
  useKeys({ search: () => box.current?.focus() })
  const sent = useRef(q)
  // taken off elsewhere, or by the way back; what is typed on meanwhile stays
  useEffect(() => {
    if (q !== sent.current) setWords(q)
    sent.current = q
  }, [q])
  useEffect(() => {
    if (words.trim() === sent.current) return
    const timer = setTimeout(() => {
      sent.current = words.trim()
      onAsk({ q: words.trim() || undefined })
    }, pause)
    return () => clearTimeout(timer)
  }, [words, onAsk])
  return (
    <div className="relative min-w-60 flex-1 max-md:min-w-0">
      <Search aria-hidden className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
      <Input
        ref={box}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchShort')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="ps-9"
      />
    </div>
  )
}
