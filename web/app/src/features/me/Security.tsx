import { timeNow } from '@/api/clock'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Monitor, Smartphone } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { formatDateTime, formatRelative } from '@frontdesk/shared/format'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { SecondFactor } from './SecondFactor'
import { SignOutElsewhere } from './SignOutElsewhere'
import { changePassword, endSession, sessionsQuery, type Session } from './api'

export function Security() {
  return (
    <>
      <SecondFactor />
      <PasswordForm />
      <Sessions />
    </>
  )
}

function PasswordForm() {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = {
      ...(current === '' && { current: ui('field.required') }),
      ...(next.length < 10 && { new: ui('field.passwordShort') }),
    }
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    try {
      await changePassword(current, next)
      setCurrent('')
      setNext('')
      toast.done(t('password.changed'))
      await cache.invalidateQueries({ queryKey: sessionsQuery().queryKey })
    } catch (failure) {
      const known = failure instanceof ApiError ? failure.fieldErrors : []
      setErrors(
        known.length > 0
          ? Object.fromEntries(known.map(({ field, message }) => [field, message]))
          : { form: failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved') },
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card className="p-4 md:p-6">
      <h2 className="mb-4 font-semibold">{t('password.title')}</h2>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex max-w-md flex-col gap-4">
        <FormAlert>{errors.form}</FormAlert>
        <Field label={t('password.current')} error={errors.current}>
          <Input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <Field label={t('password.new')} error={errors.new} help={t('password.help')}>
          <Input
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </Field>
        <Button kind="primary" type="submit" busy={busy} className="self-start">
          {busy ? ui('saving') : t('password.submit')}
        </Button>
      </form>
    </Card>
  )
}

function Sessions() {
  const { t } = useTranslation('me')
  const sessions = useQuery(sessionsQuery())
  return (
    <Card>
      <CardHead title={t('sessions.title')} hint={t('sessions.hint')} />
      {sessions.isPending ? (
        <SkeletonRows rows={2} />
      ) : sessions.isError ? (
        <ErrorCard error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <ul className="divide-y border-t">
          {sessions.data.map((session) => (
            <Row key={session.id} session={session} />
          ))}
          {sessions.data.length > 1 && (
            <li className="px-4 py-3">
              <SignOutElsewhere />
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}

/** A browser and a system, as far as a user agent tells. */
function device(userAgent: string): string {
  const browser = /Edg\//.test(userAgent) ? 'Edge' : (/(Firefox|Chrome|Safari)\//.exec(userAgent)?.[1] ?? '')
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1] ?? ''
  return [browser, system].filter(Boolean).join(' · ') || userAgent.slice(0, 40)
}

function Row({ session }: { session: Session }) {
  const { t, language } = useTranslation('me')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const Icon = /Android|iPhone|iPad/.test(session.userAgent) ? Smartphone : Monitor
  const end = async () => {
    try {
      await endSession(session.id)
    } catch {
      toast.failed(t('sessions.notEnded'), { description: ui('error.safe') })
    }
    await cache.invalidateQueries({ queryKey: sessionsQuery().queryKey })
  }
  return (
    <li className="flex items-center gap-3 px-4 py-3" data-testid="session-row">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{device(session.userAgent)}</p>
        <p className="truncate text-xs text-muted">
          <bdi>{session.address}</bdi> ·{' '}
          <time dateTime={session.lastSeenAt} title={formatDateTime(session.lastSeenAt, zone, language)}>
            {formatRelative(session.lastSeenAt, new Date(timeNow()), zone, language)}
          </time>
        </p>
      </div>
      {session.current ? (
        <Chip tone="success" dot>
          {t('sessions.current')}
        </Chip>
      ) : (
        <Button size="sm" onClick={() => void end()}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
