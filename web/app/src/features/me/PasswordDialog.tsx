import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'

/** Asks for the password once more before the way in is changed. */
export function PasswordDialog({
  open,
  onOpenChange,
  title,
  lead,
  action,
  onPassword,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  lead: string
  action: string
  onPassword: (password: string) => Promise<void>
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={lead}>
      <PasswordForm action={action} onPassword={(password) => onPassword(password).then(() => onOpenChange(false))} />
    </Dialog>
  )
}

export function PasswordForm({
  action,
  onPassword,
}: {
  action: string
  onPassword: (password: string) => Promise<void>
}) {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ busy?: boolean; wrong?: string; problem?: string }>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return setState({ wrong: ui('field.required') })
    setState({ busy: true })
    try {
      await onPassword(password)
      setPassword('')
      setState({})
    } catch (failure) {
      const wrong = failure instanceof ApiError ? failure.fieldErrors[0]?.message : undefined
      const said = failure instanceof ApiError && !failure.offline ? failure.message : ui('error.offline')
      setState(wrong ? { wrong } : { problem: said })
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <FormAlert>{state.problem}</FormAlert>
      <Field label={t('password.current')} error={state.wrong}>
        <Input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button kind="primary" type="submit" busy={state.busy} className="self-end">
        {action}
      </Button>
    </form>
  )
}
