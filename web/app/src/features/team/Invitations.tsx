import { timeNow } from '@/api/clock'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { formatRelative } from '@frontdesk/shared/format'
import { ApiError } from '@/api/errors'
import { useMe } from '@/api/queries'
import type { Role } from '@/api/viewAs'
import { CopyBox } from '@/parts/CopyBox'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Field, FormAlert } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { useFormGuard } from '@/ui/useFormGuard'
import { invitationsQuery, invite, makeLink, resend, revoke, type Invitation } from './api'
import { rolesGivenBy } from './roles'
import { useTeamChange } from './useTeamChange'

/** Asking somebody to join, and those who have not answered yet. */
export function Invitations() {
  const { t } = useTranslation('team')
  const open = useQuery(invitationsQuery()).data ?? []
  return (
    <Card>
      <CardHead title={t('invite.title')} />
      <InviteForm />
      {open.length > 0 && (
        <ul className="divide-y border-t" aria-label={t('invite.open')}>
          {open.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function InviteForm() {
  const { t } = useTranslation('team')
  const { t: shell } = useTranslation('shell')
  const { t: ui } = useTranslation()
  const { user } = useMe()
  const change = useTeamChange()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const [state, setState] = useState<{ busy?: boolean; wrong?: string; problem?: string }>({})
  const guard = useFormGuard({
    name: 'invite',
    dirty: email.trim() !== '',
    values: { email, role },
    restore: (kept) => {
      setEmail(kept.email)
      setRole(kept.role)
    },
  })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^\S+@\S+$/.test(email.trim())) return setState({ wrong: ui('field.email') })
    setState({ busy: true })
    try {
      await invite(email.trim(), role)
      await change(() => Promise.resolve(), t('invite.sent', { email: email.trim() }))
      // the next address may have been begun while this one was on its way
      setEmail((now) => (now === email ? '' : now))
      setState({})
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      const wrong = failure.fieldErrors[0]?.message ?? (failure.status === 409 ? failure.message : undefined)
      setState(wrong ? { wrong } : { problem: failure.offline ? ui('error.notSaved') : failure.message })
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3 px-4 pb-4">
      {guard.question}
      <FormAlert>{state.problem}</FormAlert>
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t('invite.email')} error={state.wrong} className="flex-1 basis-56">
          <Input
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        </Field>
        <Field label={t('invite.role')} className="w-44 max-sm:w-full">
          <Select value={role} onChange={({ target }) => setRole(target.value as Role)}>
            {rolesGivenBy(user.role).map((each) => (
              <option key={each} value={each}>
                {shell(`role.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Button kind="primary" type="submit" busy={state.busy} className="sm:mt-6 max-sm:w-full">
          {state.busy ? t('invite.busy') : t('invite.submit')}
        </Button>
      </div>
    </form>
  )
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t, language } = useTranslation('team')
  const { t: shell } = useTranslation('shell')
  const { user } = useMe()
  const change = useTeamChange()
  const [link, setLink] = useState<string>()
  const over = new Date(invitation.expiresAt) <= new Date(timeNow())
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const allowed = invitation.role !== 'owner' || user.role === 'owner'
  return (
    <li className="flex flex-col gap-2 px-4 py-3" data-testid="invitation-row">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium wrap-anywhere">{invitation.email}</p>
          <p className="text-sm text-muted">
            {shell(`role.${invitation.role}`)} ·{' '}
            {t('invite.by', {
              name: invitation.invitedBy,
              when: formatRelative(invitation.createdAt, new Date(timeNow()), zone, language),
            })}
          </p>
        </div>
        {over && <Chip tone="warning">{t('invite.over')}</Chip>}
        {allowed && (
          <>
            <Button
              size="sm"
              onClick={() => void change(() => resend(invitation.id), t('invite.sent', { email: invitation.email }))}
            >
              {t('invite.resend')}
            </Button>
            <Button size="sm" onClick={() => void change(async () => setLink(await makeLink(invitation.id)))}>
              {t('invite.link')}
            </Button>
            <Button
              size="sm"
              kind="ghost"
              onClick={() => void change(() => revoke(invitation.id), t('invite.revoked', { email: invitation.email }))}
            >
              {t('invite.revoke')}
            </Button>
          </>
        )}
      </div>
      {link && (
        <>
          <CopyBox label={t('invite.link')} text={link} />
          <p className="text-xs text-muted">{t('invite.linkHint')}</p>
        </>
      )}
    </li>
  )
}
