import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { CodeInput } from '@/parts/CodeInput'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { sendCode } from './api'
import { EntryCard } from './EntryCard'
import { useExplain } from './problems'
import { useEnter } from './useEnter'

const route = getRouteApi('/login/mfa')

/** After the password: the code of the app, or one from the paper. */
export function SecondStep() {
  const { t } = useTranslation('entry')
  const { next } = route.useSearch()
  const challenge = useLocation({ select: ({ state }) => state.challenge })
  const explain = useExplain()
  const enter = useEnter()
  const [paper, setPaper] = useState(false)
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // the one thing to do here
  useEffect(() => field.current?.focus(), [paper])
  const [trust, setTrust] = useState(false)
  const [state, setState] = useState<{ busy?: boolean; wrong?: string; problem?: string; over?: boolean }>({})

  const send = async (typed: string) => {
    if (typed.trim() === '') return
    setState({ busy: true })
    try {
      await enter(() => sendCode(challenge ?? '', typed, trust), next)
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'sign-in-again') return setState({ over: true })
      const wrong = failure instanceof ApiError ? failure.fieldErrors[0]?.message : undefined
      setState(wrong ? { wrong } : { problem: explain(failure) ?? String((failure as Error).message) })
      if (wrong && !paper) setCode('')
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(code)
  }

  if (!challenge || state.over) {
    return (
      <EntryCard title={t('mfa.over')} lead={t('mfa.overLead')}>
        <Button kind="primary" size="lg" asChild className="w-full">
          <Link to="/login" search={next ? { next } : {}}>
            {t('backToSignIn')}
          </Link>
        </Button>
      </EntryCard>
    )
  }
  return (
    <EntryCard title={t('mfa.title')} lead={paper ? t('mfa.paperLead') : t('mfa.lead')}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FormAlert>{state.problem}</FormAlert>
        {paper ? (
          <Field label={t('mfa.paper')} error={state.wrong}>
            <Input
              ref={field}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              dir="ltr"
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        ) : (
          <Field label={t('mfa.code')} error={state.wrong}>
            <CodeInput ref={field} value={code} onChange={setCode} onComplete={(typed) => void send(typed)} />
          </Field>
        )}
        <label className="flex min-h-6 items-center gap-2.5 text-sm">
          <Checkbox checked={trust} onCheckedChange={(on) => setTrust(on === true)} />
          {t('mfa.trust')}
        </label>
        <Button kind="primary" size="lg" type="submit" busy={state.busy}>
          {state.busy ? t('signIn.busy') : t('mfa.submit')}
        </Button>
        <Button
          kind="ghost"
          onClick={() => {
            setPaper(!paper)
            setCode('')
            setState({})
          }}
        >
          {paper ? t('mfa.toApp') : t('mfa.toPaper')}
        </Button>
      </form>
    </EntryCard>
  )
}
