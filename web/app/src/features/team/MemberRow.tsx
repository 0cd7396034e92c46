import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import type { Role } from '@/api/viewAs'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Select } from '@/ui/input'
import { Switch } from '@/ui/switch'
import { changeRole, limitToOwn, type Member } from './api'
import { DeactivateDialog } from './DeactivateDialog'
import { rolesGivenBy } from './roles'
import { useTeamChange } from './useTeamChange'

export function MemberRow({ member, team }: { member: Member; team: Member[] }) {
  const { t } = useTranslation('team')
  const { t: shell } = useTranslation('shell')
  const { user } = useMe()
  const change = useTeamChange()
  const [leaving, setLeaving] = useState(false)
  const mine = member.id === user.id
  const lastOwner = member.role === 'owner' && team.filter(({ role }) => role === 'owner').length === 1
  const fixed = lastOwner || (member.role === 'owner' && user.role !== 'owner')
  return (
    <li className="flex flex-col gap-2 px-4 py-3" data-testid="member-row" data-id={member.id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar name={member.name || member.email} colorKey={member.id} />
        <div className="min-w-0 flex-1 basis-40">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 font-medium wrap-anywhere" dir="auto">
              {member.name}
            </span>
            {mine && <Chip>{t('you')}</Chip>}
            {member.online && (
              <Chip tone="success" dot>
                {t('online')}
              </Chip>
            )}
          </p>
          <p className="text-sm wrap-anywhere text-muted">{member.email}</p>
        </div>
        {fixed ? (
          <Chip>{shell(`role.${member.role}`)}</Chip>
        ) : (
          <Select
            className="w-44"
            aria-label={t('roleOf', { name: member.name })}
            value={member.role}
            onChange={({ target }) =>
              void change(() => changeRole(member.id, target.value as Role), t('roleChanged', { name: member.name }))
            }
          >
            {rolesGivenBy(user.role).map((role) => (
              <option key={role} value={role}>
                {shell(`role.${role}`)}
              </option>
            ))}
          </Select>
        )}
        {!mine && !fixed && (
          <Button size="sm" kind="ghost" onClick={() => setLeaving(true)}>
            {t('deactivate')}
            <span className="sr-only"> {member.name}</span>
          </Button>
        )}
      </div>
      {lastOwner && <p className="text-xs text-muted">{t('lastOwner')}</p>}
      {member.role === 'operator' && (
        <div className="flex items-start gap-3">
          <Switch
            id={`own-${member.id}`}
            checked={member.ownConversationsOnly}
            onCheckedChange={(only) => void change(() => limitToOwn(member.id, only))}
          />
          <label htmlFor={`own-${member.id}`} className="text-sm text-muted">
            {t('ownOnly')}
          </label>
        </div>
      )}
      <DeactivateDialog open={leaving} onOpenChange={setLeaving} member={member} team={team} />
    </li>
  )
}
