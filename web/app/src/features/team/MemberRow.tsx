import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { providersQuery, useMe } from '@/api/queries'
import type { Role } from '@/api/viewAs'
import { useFormat } from '@/i18n/useFormat'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Select } from '@/ui/input'
import { Switch } from '@/ui/switch'
import { changeRole, limitToCalendar, limitToOwn, type Member } from './api'
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
          <Standing member={member} />
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
      {member.role === 'operator' && (
        <OwnCalendar
          member={member}
          onChange={(providerId) => void change(() => limitToCalendar(member.id, providerId))}
        />
      )}
      <DeactivateDialog open={leaving} onOpenChange={setLeaving} member={member} team={team} />
    </li>
  )
}

/** When they were seen, how safely they sign in, and what they have in hand. */
function Standing({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const { relative, dateTime } = useFormat()
  const { slug } = useMe().tenant
  const { lastSeenAt, openConversations, secondFactor } = member
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {!member.online && (
        <li>
          {lastSeenAt ? (
            <time dateTime={lastSeenAt} title={dateTime(lastSeenAt)}>
              {t('seen', { when: relative(lastSeenAt) })}
            </time>
          ) : (
            t('neverSeen')
          )}
        </li>
      )}
      <li className="flex items-center gap-1">
        {secondFactor ? (
          <ShieldCheck aria-hidden className="size-3.5 shrink-0 text-success" />
        ) : (
          <ShieldAlert aria-hidden className="size-3.5 shrink-0 text-warning" />
        )}
        {t(secondFactor ? 'factorOn' : 'factorOff')}
      </li>
      <li>
        {openConversations > 0 ? (
          <Link
            to="/app/$biz/inbox/$view"
            params={{ biz: slug, view: 'all' }}
            search={{ assignee: member.id }}
            className="font-medium text-primary hover:underline"
          >
            {t('inHand', { count: openConversations })}
          </Link>
        ) : (
          t('nothingInHand')
        )}
      </li>
    </ul>
  )
}

/** Whose calendar an operator sees; of the others they are told when they are busy. */
function OwnCalendar({ member, onChange }: { member: Member; onChange: (providerId: string | null) => void }) {
  const { t } = useTranslation('team')
  const id = useId()
  const { data: providers = [] } = useQuery(providersQuery())
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor={id} className="text-sm text-muted">
        {t('calendar.label')}
      </label>
      <Select
        id={id}
        className="w-56"
        value={member.ownCalendar ?? ''}
        onChange={({ target }) => onChange(target.value || null)}
      >
        <option value="">{t('calendar.everybody')}</option>
        {providers
          .filter((each) => !each.archived || each.id === member.ownCalendar)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {t('calendar.only', { name: each.name })}
            </option>
          ))}
      </Select>
    </div>
  )
}
