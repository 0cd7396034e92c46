import { timeNow } from '@/api/clock'
import { useQuery } from '@tanstack/react-query'
import {
  AlarmClock,
  Archive,
  ArchiveRestore,
  MailCheck,
  MailOpen,
  MoreHorizontal,
  Tags,
  UserRound,
  X,
} from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { labelsQuery } from '@/api/labels'
import { useFormat } from '@/i18n/useFormat'
import { LabelDot } from '@/parts/LabelChip'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/ui/menu'
import { membersQuery } from './api'
import { offered, snoozeUntil } from './snooze'
import type { Bulk } from './useBulk'

interface Props {
  bulk: Bulk
  /** how many there are in all, when that is known */
  total: number | undefined
  /** what is listed */
  rows: string[]
  /** the list goes on behind that */
  more: boolean
}

/** What can be done to all that are selected, and how far it is. */
export function BulkBar({ bulk, total, rows, more }: Props) {
  const { t } = useTranslation('inbox')
  const { number } = useFormat()
  const { progress, count, all } = bulk
  if (progress) {
    return (
      <div
        role="status"
        data-testid="bulk-progress"
        className="flex items-center gap-3 border-b bg-primary-soft px-4 py-2 text-sm"
      >
        <span className="num">
          {t('bulk.progress', { done: number(progress.settled), total: number(progress.total) })}
        </span>
        <progress
          className="h-1.5 min-w-0 flex-1 accent-primary"
          value={progress.settled}
          max={Math.max(1, progress.total)}
          aria-label={t('bulk.label')}
        />
      </div>
    )
  }
  if (count === 0 && !all) return null
  return (
    <div
      role="group"
      aria-label={t('bulk.label')}
      data-testid="bulk-bar"
      className="flex flex-wrap items-center gap-1 border-b bg-primary-soft px-2 py-1 text-sm"
    >
      <Button kind="ghost" size="icon" aria-label={t('bulk.clear')} onClick={bulk.clear}>
        <X aria-hidden />
      </Button>
      <span className="num font-medium">
        {all
          ? total === undefined
            ? t('bulk.allSelected')
            : t('bulk.selected', { count: total })
          : t('bulk.selected', { count })}
      </span>
      {!all && count < rows.length && (
        <Button kind="ghost" size="sm" className="text-primary" onClick={() => bulk.add(rows)}>
          {t('bulk.shown', { count: rows.length })}
        </Button>
      )}
      {!all && more && count >= rows.length && (
        <Button kind="ghost" size="sm" className="text-primary" onClick={bulk.selectAll}>
          {total === undefined ? t('bulk.all') : t('bulk.allOf', { total: number(total) })}
        </Button>
      )}
      <span className="ms-auto flex">
        <Button
          kind="ghost"
          size="icon"
          aria-label={t('bulk.close')}
          onClick={() => void bulk.run({ action: 'close' })}
        >
          <Archive aria-hidden />
        </Button>
        <LabelMenu bulk={bulk} />
        <AssignMenu bulk={bulk} />
        <OtherMenu bulk={bulk} />
      </span>
    </div>
  )
}

function LabelMenu({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation('inbox')
  const { data: labels = [] } = useQuery(labelsQuery())
  if (labels.length === 0) return null
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button kind="ghost" size="icon" aria-label={t('bulk.labels')}>
          <Tags aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-56">
        {(['label', 'unlabel'] as const).map((action) => (
          <div key={action} role="group" aria-label={t(action === 'label' ? 'bulk.putOn' : 'bulk.takeOff')}>
            <MenuLabel>{t(action === 'label' ? 'bulk.putOn' : 'bulk.takeOff')}</MenuLabel>
            {labels.map((label) => (
              <MenuItem key={label.id} onSelect={() => void bulk.run({ action, labelId: label.id })}>
                <LabelDot color={label.color} />
                <bdi className="truncate">{label.name}</bdi>
              </MenuItem>
            ))}
          </div>
        ))}
      </MenuContent>
    </Menu>
  )
}

function AssignMenu({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation('inbox')
  const { data: members = [] } = useQuery(membersQuery())
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button kind="ghost" size="icon" aria-label={t('more.assign')}>
          <UserRound aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-56">
        <MenuLabel>{t('more.assignTo')}</MenuLabel>
        {members.map((member) => (
          <MenuItem key={member.id} onSelect={() => void bulk.run({ action: 'assign', memberId: member.id })}>
            <Avatar name={member.name} colorKey={member.id} size="sm" />
            <bdi className="truncate">{member.name}</bdi>
          </MenuItem>
        ))}
        <MenuItem onSelect={() => void bulk.run({ action: 'assign' })}>{t('more.unassign')}</MenuItem>
      </MenuContent>
    </Menu>
  )
}

function OtherMenu({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation('inbox')
  const { zone } = useFormat()
  const now = new Date(timeNow())
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button kind="ghost" size="icon" aria-label={t('more.open')}>
          <MoreHorizontal aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        <MenuItem onSelect={() => void bulk.run({ action: 'reopen' })}>
          <ArchiveRestore aria-hidden />
          {t('more.reopen')}
        </MenuItem>
        <MenuItem onSelect={() => void bulk.run({ action: 'read' })}>
          <MailOpen aria-hidden />
          {t('bulk.read')}
        </MenuItem>
        <MenuItem onSelect={() => void bulk.run({ action: 'unread' })}>
          <MailCheck aria-hidden />
          {t('more.unread')}
        </MenuItem>
        <MenuLabel>{t('more.snoozeUntil')}</MenuLabel>
        {offered(now, zone).map((choice) => (
          <MenuItem
            key={choice}
            onSelect={() => void bulk.run({ action: 'snooze', until: snoozeUntil(choice, now, zone).toISOString() })}
          >
            <AlarmClock aria-hidden />
            {t(`snooze.${choice}`)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => void bulk.run({ action: 'snooze' })}>
          <AlarmClock aria-hidden />
          {t('snooze.reply')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
