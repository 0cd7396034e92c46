import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useMe } from '@/api/queries'
import { localeNow } from '@/i18n'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { MailWarning } from 'lucide-react'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { saveProfile, sendVerification } from './api'

export function ProfileForm() {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const { user } = useMe()
  const cache = useQueryClient()
  const [name, setName] = useState(user.name)
  const [state, setState] = useState<{ busy?: boolean; name?: string; problem?: string }>({})

  const guard = useFormGuard({ name: 'profile', dirty: name !== user.name, values: name, restore: setName })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setState({ name: ui('field.required') })
    setState({ busy: true })
    try {
      await saveProfile(name.trim(), localeNow())
      // every business shows the name
      await cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey.at(-1) === 'me' })
      // what was typed while it was on its way stays, and is guarded
      setName((now) => (now === name ? name.trim() : now))
      toast.done(ui('saved'))
      setState({})
    } catch (failure) {
      setState({ problem: failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved') })
    }
  }

  return (
    <Card className="p-4 md:p-6">
      {guard.question}
      <form onSubmit={(event) => void submit(event)} noValidate className="flex max-w-md flex-col gap-4">
        <FormAlert>{state.problem}</FormAlert>
        <Field label={t('profile.name')} help={t('profile.nameHelp')} error={state.name}>
          <Input autoComplete="name" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('profile.email')}>
          <Input type="email" value={user.email} readOnly />
        </Field>
        {!user.emailVerified && <Unproven />}
        <Button kind="primary" type="submit" busy={state.busy} className="self-start">
          {state.busy ? ui('saving') : ui('save')}
        </Button>
      </form>
    </Card>
  )
}

/** The address is not known to reach the person yet. */
function Unproven() {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const [sent, setSent] = useState(false)
  const send = async () => {
    try {
      await sendVerification()
      setSent(true)
    } catch (failure) {
      toast.failed(failure instanceof ApiError && !failure.offline ? failure.message : ui('error.offline'))
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning">
      <MailWarning aria-hidden className="size-4 shrink-0" />
      <p role="status" className="min-w-0 flex-1 basis-48">
        {sent ? t('profile.mailSent') : t('profile.unproven')}
      </p>
      {!sent && (
        <Button size="sm" onClick={() => void send()}>
          {t('profile.sendMail')}
        </Button>
      )}
    </div>
  )
}
