import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useMe } from '@/api/queries'
import { SignedIn } from '@/api/SignedIn'
import { localeNow } from '@/i18n'
import { useRequestKey } from '@/parts/useRequestKey'
import { Button } from '@/ui/button'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { useFormGuard } from '@/ui/useFormGuard'
import { addBusiness } from './api'
import { EntryCard } from './EntryCard'
import { useExplain } from './problems'

/** One more business for who is signed in: the same account, as its owner. */
export function NewBusiness() {
  return (
    <SignedIn>
      <NewBusinessForm />
    </SignedIn>
  )
}

function NewBusinessForm() {
  const { t } = useTranslation('entry')
  const { t: ui } = useTranslation()
  const { user } = useMe()
  const router = useRouter()
  const cache = useQueryClient()
  const explain = useExplain()
  const requestKey = useRequestKey()
  const [name, setName] = useState('')
  const [state, setState] = useState<{ busy?: boolean; wrong?: string; problem?: string }>({})
  const guard = useFormGuard({ name: 'new-business', dirty: name !== '', values: name, restore: setName })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const businessName = name.trim()
    if (!businessName) return setState({ wrong: ui('field.required') })
    setState({ busy: true })
    try {
      const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const asked = { businessName, timezone, locale: localeNow() }
      const { tenant } = await addBusiness(asked, requestKey.of(asked))
      guard.done()
      cache.clear()
      await router.navigate({ to: '/app/$biz/setup/$step', params: { biz: tenant.slug, step: 'business' } })
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      if (failure.status >= 400 && failure.status < 500) requestKey.renew()
      const wrong = failure.fieldErrors.find(({ field }) => field === 'businessName')?.message
      setState(wrong ? { wrong } : { problem: explain(failure) ?? failure.message })
    }
  }

  return (
    <EntryCard
      title={t('newBusiness.title')}
      lead={t('newBusiness.lead', { email: user.email })}
      foot={
        <Link to="/app" className="font-medium text-primary hover:underline">
          {t('newBusiness.back')}
        </Link>
      }
    >
      {guard.question}
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{state.problem}</FormAlert>
        <Field label={t('businessName')} error={state.wrong}>
          <Input
            autoComplete="organization"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Button kind="primary" size="lg" type="submit" busy={state.busy}>
          {state.busy ? t('signUp.busy') : t('newBusiness.submit')}
        </Button>
        <p className="text-center text-xs text-muted">{t('signUp.next')}</p>
      </form>
    </EntryCard>
  )
}
