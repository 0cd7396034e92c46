import { Command } from 'cmdk'
import { CalendarDays, Clock, FileText, MessageSquare, Search, UserRound, Zap, type LucideIcon } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { Caps } from '../keys/Caps'
import { bindingOf } from '../keys'
import { useActions, usePages, type Action } from './actions'
import { useFound, type Found } from './found'
import { ranked } from './match'
import { recentOf, rememberRecent, type Recent } from './recent'
import { useOpen } from './useOpen'

const icons: Record<Recent['kind'], LucideIcon> = {
  contact: UserRound,
  conversation: MessageSquare,
  appointment: CalendarDays,
  page: FileText,
}
const kinds = ['contact', 'conversation', 'appointment'] as const

/** Find anything, do anything: what can be done here first, then people, conversations, bookings and pages. */
export function Palette({
  open,
  onOpenChange,
  onBook,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  onBook: () => void
}) {
  const { t } = useTranslation('palette')
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[#0b1015]/40" />
        <Dialog.Content
          aria-describedby={undefined}
          data-testid="palette"
          className="fixed start-1/2 top-[12vh] z-50 flex max-h-[min(560px,80dvh)] w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-sheet border bg-surface shadow-float max-md:top-3 rtl:translate-x-1/2"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Content onDone={() => onOpenChange(false)} onBook={onBook} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Content({ onDone, onBook }: { onDone: () => void; onBook: () => void }) {
  const { t } = useTranslation('palette')
  const { slug } = useMe().tenant
  const [query, setQuery] = useState('')
  const { found, busy } = useFound(query)
  const asked = query.trim()
  const words = ({ label, words: more }: { label: string; words?: string }) => `${label} ${more ?? ''}`
  const allActions = useActions(onBook)
  const allPages = usePages()
  const actions = asked ? ranked(allActions, asked, words).slice(0, 6) : allActions
  const pages = asked ? ranked(allPages, asked, words).slice(0, 6) : []
  const recent = asked ? [] : recentOf(slug)
  const go = useOpen()

  const open = (item: Recent) => {
    const { kind, id, label, to } = item
    rememberRecent(slug, { kind, id, label, to })
    onDone()
    go(to)
  }
  const act = (action: Action) => {
    onDone()
    // the dialog gives the focus back first; the action may want it elsewhere
    setTimeout(action.run)
  }
  const nothing = asked !== '' && !busy && actions.length + pages.length + found.length === 0

  return (
    <Command shouldFilter={false} loop label={t('title')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t('placeholder')}
          className="h-12 w-full bg-transparent text-base outline-none"
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-2" aria-busy={busy}>
        {recent.length > 0 && (
          <Group title={t('recent')}>
            {recent.map((item) => (
              <Row
                key={item.to}
                value={`recent ${item.to}`}
                icon={Clock}
                label={item.label}
                onSelect={() => open(item)}
              />
            ))}
          </Group>
        )}
        {actions.length > 0 && (
          <Group title={t('actions')}>
            {actions.map((action) => (
              <Row
                key={action.id}
                value={action.id}
                icon={action.icon ?? Zap}
                label={action.label}
                keys={action.keys && bindingOf(action.keys)}
                onSelect={() => act(action)}
              />
            ))}
          </Group>
        )}
        {kinds.map((kind) => {
          const items = found.filter((each) => each.kind === kind)
          return items.length > 0 && <Results key={kind} kind={kind} items={items} onOpen={open} />
        })}
        {pages.length > 0 && (
          <Group title={t('pages')}>
            {pages.map((page) => (
              <Row key={page.to} value={page.to} icon={icons.page} label={page.label} onSelect={() => open(page)} />
            ))}
          </Group>
        )}
        {nothing && <p className="px-3 py-8 text-center text-muted">{t('nothing', { query: asked })}</p>}
      </Command.List>
      <p role="status" className="sr-only">
        {busy ? t('looking') : ''}
      </p>
    </Command>
  )
}

function Results({ kind, items, onOpen }: { kind: Found['kind']; items: Found[]; onOpen: (item: Found) => void }) {
  const { t } = useTranslation('palette')
  return (
    <Group title={t(kind)}>
      {items.map((item) => (
        <Row
          key={item.to}
          value={item.to}
          icon={icons[kind]}
          label={item.label}
          hint={item.hint}
          onSelect={() => onOpen(item)}
        />
      ))}
    </Group>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  )
}

interface RowProps {
  value: string
  icon: LucideIcon
  label: string
  hint?: string
  keys?: string
  onSelect: () => void
}

function Row({ value, icon: Icon, label, hint, keys, onSelect }: RowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 items-center gap-3 rounded-control px-2 text-sm aria-selected:bg-sunken max-md:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      <span dir="auto" className="max-w-[60%] shrink-0 truncate font-medium">
        {label}
      </span>
      {hint && (
        <span dir="auto" className="min-w-0 flex-1 truncate text-xs text-muted">
          {hint}
        </span>
      )}
      {keys && <Caps binding={keys} className="ms-auto max-md:hidden" />}
    </Command.Item>
  )
}
