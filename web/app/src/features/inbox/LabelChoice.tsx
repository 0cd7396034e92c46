import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, Plus } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { labelsQuery } from '@/api/labels'
import { useCan, useMe } from '@/api/queries'
import { LabelChip, LabelDot } from '@/parts/LabelChip'
import { Button } from '@/ui/button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/ui/menu'
import type { Conversation } from './types'
import type { Actions } from './useActions'

interface Props {
  conversation: Conversation
  actions: Actions
}

/** The labels of the business: each is put on and taken off, and the menu stays for the next. */
export function LabelChoice({ conversation, actions }: Props) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const mayAdd = useCan('settings.change')
  const { data: labels = [] } = useQuery(labelsQuery())
  const { labelIds } = conversation
  return (
    <>
      <MenuLabel>{t('more.labels')}</MenuLabel>
      {labels.map((label) => {
        const on = labelIds.includes(label.id)
        return (
          <MenuItem
            key={label.id}
            role="menuitemcheckbox"
            aria-checked={on}
            onSelect={(event) => {
              event.preventDefault()
              const others = labelIds.filter((id) => id !== label.id)
              void actions.label(conversation, on ? others : [...labelIds, label.id])
            }}
          >
            <LabelDot color={label.color} />
            <bdi className="min-w-0 flex-1 truncate">{label.name}</bdi>
            {on && <Check aria-hidden />}
          </MenuItem>
        )
      })}
      {labels.length === 0 && !mayAdd && <p className="px-2 py-1.5 text-sm text-muted">{t('more.noLabels')}</p>}
      {mayAdd && (
        <MenuItem asChild>
          <Link to="/app/$biz/settings/labels" params={{ biz: slug }}>
            <Plus aria-hidden />
            {labels.length === 0 ? t('more.firstLabel') : t('more.editLabels')}
          </Link>
        </MenuItem>
      )}
    </>
  )
}

export function LabelMenu({ conversation, actions }: Props) {
  const { t } = useTranslation('inbox')
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button kind="ghost" size="sm">
          <Plus aria-hidden />
          {t('panel.addLabel')}
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-56">
        <LabelChoice conversation={conversation} actions={actions} />
      </MenuContent>
    </Menu>
  )
}

/** Under the thread's header, once there are any: each can be taken off, and the next be put on. */
export function HeaderLabels({ conversation, actions, onAdd }: Props & { onAdd: () => void }) {
  const { t } = useTranslation('inbox')
  const { data: labels = [] } = useQuery(labelsQuery())
  const { labelIds } = conversation
  const own = labels.filter(({ id }) => labelIds.includes(id))
  if (own.length === 0) return null
  return (
    <ul
      aria-label={t('more.labels')}
      data-testid="header-labels"
      className="relative -mt-px flex shrink-0 flex-wrap items-center gap-1.5 border-b bg-surface px-4 pb-2"
    >
      {own.map((label) => (
        <li key={label.id} className="flex min-w-0">
          <LabelChip
            label={label}
            remove={{
              text: t('more.unlabel', { label: label.name }),
              run: () =>
                void actions.label(
                  conversation,
                  labelIds.filter((id) => id !== label.id),
                ),
            }}
          />
        </li>
      ))}
      <li>
        <Button kind="ghost" size="sm" className="h-6 px-1.5 max-md:h-9" onClick={onAdd}>
          <Plus aria-hidden />
          {t('panel.addLabel')}
        </Button>
      </li>
    </ul>
  )
}

export function OwnLabels({ ids }: { ids: string[] }) {
  const { t } = useTranslation('inbox')
  const { data: labels = [] } = useQuery(labelsQuery())
  const own = labels.filter(({ id }) => ids.includes(id))
  if (own.length === 0) return <p className="text-sm text-muted">{t('panel.noLabels')}</p>
  return (
    <div className="flex flex-wrap gap-1.5">
      {own.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </div>
  )
}
