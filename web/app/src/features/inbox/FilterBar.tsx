import { useQuery } from '@tanstack/react-query'
import { Check, ChevronDown, Search, X } from 'lucide-react'
import { memo, useEffect, useState, type ReactNode } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useTranslation } from '@/i18n/useTranslation'
import { labelsQuery } from '@/api/labels'
import { channelsQuery, useCan, useMe } from '@/api/queries'
import { LabelDot } from '@/parts/LabelChip'
import { SaveViewDialog } from '@/parts/savedViews/SavedViews'
import { cn } from '@/ui/cn'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { membersQuery } from './api'
import { handlers, isNarrowed, writeSearch, type Filter, type Narrowing } from './filters'
import type { Conversation } from './types'

interface Props {
  filter: Filter
  narrowing: Narrowing
  /** what is listed: its languages are offered */
  rows: Conversation[]
  onNarrow: (change: Narrowing) => void
}

/** Search, and a chip for each thing that can narrow the list. */
export const FilterBar = memo(function FilterBar({ filter, narrowing, rows, onNarrow }: Props) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const { t: saved } = useTranslation('savedViews')
  const { user } = useMe()
  const [saving, setSaving] = useState(false)
  const { data: channels = [] } = useQuery({ ...channelsQuery(), enabled: useCan('channels.see') })
  const { data: labels = [] } = useQuery(labelsQuery())
  const { data: members = [] } = useQuery(membersQuery())
  const { channel, handler, label, assignee, language, unread } = narrowing
  const languages = [...new Set([language, ...rows.map(({ contact }) => contact.language)])].filter(
    (code) => code !== undefined,
  )
  const { q: _, ...chips } = narrowing
  const { view, ...shown } = filter
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b py-2">
      <SearchBox q={narrowing.q} onSearch={(q) => onNarrow({ q })} />
      <div
        role="group"
        aria-label={t('filter.title')}
        className="flex gap-1.5 overflow-x-auto ps-4 pe-8 [scrollbar-width:none] mask-r-from-[calc(100%-2rem)] rtl:mask-r-from-100% rtl:mask-l-from-[calc(100%-2rem)]"
      >
        <button
          type="button"
          aria-pressed={unread === true}
          onClick={() => onNarrow({ unread: unread ? undefined : true })}
          className={chip(unread === true)}
        >
          {t('filter.unread')}
        </button>
        <Choice
          name={t('filter.handler')}
          any={t('filter.anyHandler')}
          value={handler}
          options={handlers.map((each) => ({ value: each, text: t(`filter.${each}`) }))}
          onChange={(next) => onNarrow({ handler: handlers.find((each) => each === next) })}
        />
        {channels.length > 0 && (
          <Choice
            name={t('filter.channel')}
            any={t('list.anyChannel')}
            value={channel}
            options={channels.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(next) => onNarrow({ channel: next })}
          />
        )}
        {labels.length > 0 && (
          <Choice
            name={t('filter.label')}
            any={t('filter.anyLabel')}
            value={label}
            options={labels.map(({ id, name, color }) => ({ value: id, text: name, mark: <LabelDot color={color} /> }))}
            onChange={(next) => onNarrow({ label: next })}
          />
        )}
        <Choice
          name={t('filter.assignee')}
          any={t('filter.anyAssignee')}
          value={assignee}
          options={[
            { value: 'nobody', text: t('filter.nobody') },
            ...members.map(({ id, name }) => ({ value: id, text: id === user.id ? `${name} ${t('more.you')}` : name })),
          ]}
          onChange={(next) => onNarrow({ assignee: next })}
        />
        {languages.length > 0 && (
          <Choice
            name={t('filter.language')}
            any={t('filter.anyLanguage')}
            value={language}
            options={languages.map((code) => ({ value: code, text: format.language(code) }))}
            onChange={(next) => onNarrow({ language: next })}
          />
        )}
        {isNarrowed(chips) && (
          <button
            type="button"
            className="h-7 shrink-0 px-1.5 text-xs font-medium text-primary hover:underline max-md:h-11"
            onClick={() => onNarrow(Object.fromEntries(Object.keys(chips).map((name) => [name, undefined])))}
          >
            {t('filter.clear')}
          </button>
        )}
        {isNarrowed(narrowing) && (
          <button
            type="button"
            className="h-7 shrink-0 px-1.5 text-xs font-medium text-primary hover:underline max-md:h-11"
            onClick={() => setSaving(true)}
          >
            {saved('save')}
          </button>
        )}
        {saving && (
          <SaveViewDialog list="inbox" view={view} search={writeSearch(shown)} onClose={() => setSaving(false)} />
        )}
      </div>
    </div>
  )
})

const chip = (chosen: boolean) =>
  cn(
    'flex h-7 max-w-40 shrink-0 items-center gap-1 rounded-full px-2.5 text-xs font-medium max-md:h-11 max-md:px-4',
    chosen ? 'bg-primary-soft text-primary' : 'bg-sunken text-muted hover:text-text',
  )

interface ChoiceProps {
  /** what it narrows by */
  name: string
  /** what is chosen when nothing is */
  any: string
  value?: string
  options: { value: string; text: string; mark?: ReactNode }[]
  onChange: (value: string | undefined) => void
}

function Choice({ name, any, value, options, onChange }: ChoiceProps) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Menu>
      <MenuTrigger className={chip(chosen !== undefined)}>
        {chosen?.mark}
        <span className="truncate">{chosen?.text ?? name}</span>
        <ChevronDown aria-hidden className="size-3 shrink-0" />
      </MenuTrigger>
      <MenuContent align="start">
        {[{ value: undefined, text: any, mark: undefined }, ...options].map((option) => (
          <MenuItem key={option.value ?? ''} onSelect={() => onChange(option.value)}>
            {option.mark}
            <bdi className="flex-1 truncate">{option.text}</bdi>
            {option.value === chosen?.value && <Check aria-hidden />}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}

function SearchBox({ q = '', onSearch }: { q?: string; onSearch: (q: string | undefined) => void }) {
  const { t } = useTranslation('inbox')
  const [words, setWords] = useState(q)
  useEffect(() => setWords(q), [q])
  useEffect(() => {
    if (words.trim() === q) return
    const timer = setTimeout(() => onSearch(words.trim() || undefined), 200)
    return () => clearTimeout(timer)
  }, [words, q, onSearch])
  return (
    <label className="mx-4 flex h-8 min-w-0 items-center gap-2 rounded-control border bg-canvas px-2.5 focus-within:outline-2 focus-within:outline-focus max-md:h-11">
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
  )
}
