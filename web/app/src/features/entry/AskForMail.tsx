import { zodResolver } from '@hookform/resolvers/zod'
import { Link } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { Button } from '@/ui/button'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { askForLink, askForReset } from './api'
import { EntryCard } from './EntryCard'
import { useExplain } from './problems'

const schema = z.object({ email: z.string().check(z.trim(), z.email('email')) })
const againAfter = 30

export function Forgot() {
  return <AskForMail kind="forgot" ask={askForReset} />
}

export function AskForLink() {
  return <AskForMail kind="link" ask={askForLink} />
}

/** Asks for an address and sends a mail there. What is said afterwards is the same for every address. */
function AskForMail({ kind, ask }: { kind: 'forgot' | 'link'; ask: (email: string) => Promise<unknown> }) {
  const { t } = useTranslation('entry')
  const explain = useExplain()
  const [sentTo, setSentTo] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched', defaultValues: { email: '' } })
  const { errors, isSubmitting } = form.formState

  const send = async (email: string) => {
    setProblem(undefined)
    try {
      await ask(email)
      setSentTo(email)
    } catch (failure) {
      setProblem(explain(failure) ?? applyServerErrors(failure, ['email'], form.setError))
    }
  }

  const back = (
    <Link to="/login" search={{}} className="font-medium text-primary hover:underline">
      {t('backToSignIn')}
    </Link>
  )
  if (sentTo) {
    return (
      <EntryCard title={t('sent.title')} lead={t(`${kind}.sent`, { email: sentTo })} foot={back}>
        <div className="flex flex-col gap-4">
          <MailCheck aria-hidden className="mx-auto size-10 text-primary" strokeWidth={1.5} />
          <FormAlert>{problem}</FormAlert>
          <SendAgain onSend={() => send(sentTo)} />
          <Button kind="ghost" onClick={() => setSentTo(undefined)}>
            {t('sent.other')}
          </Button>
        </div>
      </EntryCard>
    )
  }
  return (
    <EntryCard title={t(`${kind}.title`)} lead={t(`${kind}.lead`)} foot={back}>
      <form
        onSubmit={(event) => void form.handleSubmit(({ email }) => send(email))(event)}
        noValidate
        className="flex flex-col gap-4"
      >
        <FormAlert>{problem}</FormAlert>
        <Field label={t('email')} error={errors.email}>
          <Input
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            {...form.register('email')}
          />
        </Field>
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting}>
          {isSubmitting ? t('sending') : t(`${kind}.submit`)}
        </Button>
      </form>
    </EntryCard>
  )
}

/** Once more, half a minute later at the earliest: mails take a moment. */
function SendAgain({ onSend }: { onSend: () => Promise<void> }) {
  const { t } = useTranslation('entry')
  const [left, setLeft] = useState(againAfter)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <Button disabled={left > 0} onClick={() => void onSend().then(() => setLeft(againAfter))}>
      {left > 0 ? t('sent.wait', { count: left }) : t('sent.again')}
    </Button>
  )
}
