import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import type { Schema } from '@frontdesk/shared/api'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { acceptInvitation, lookAtInvitation } from './api'
import { EntryCard } from './EntryCard'
import { NewPassword } from './NewPassword'
import { useExplain } from './problems'
import { isCommon } from './strength'
import { useEnter } from './useEnter'

const route = getRouteApi('/invite/$token')

/** What an invitation leads to: a new account, or one's own joining another business. */
export function Join() {
  const { t } = useTranslation('entry')
  const { token } = route.useParams()
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    retry: false,
    refetchOnWindowFocus: false,
  })
  if (offer.isPending) {
    return (
      <EntryCard title={t('join.loading')} lead="">
        <SkeletonRows rows={3} />
      </EntryCard>
    )
  }
  if (offer.isError) {
    const over = offer.error instanceof ApiError && offer.error.code === 'invitation-over'
    return (
      <EntryCard title={over ? t('join.over') : t('join.loading')} lead={over ? t('join.overLead') : ''}>
        {over ? (
          <Button size="lg" asChild className="w-full">
            <Link to="/login" search={{}}>
              {t('backToSignIn')}
            </Link>
          </Button>
        ) : (
          <ErrorCard error={offer.error} onRetry={() => void offer.refetch()} />
        )}
      </EntryCard>
    )
  }
  const { business, invitedBy, role, email, known, mine } = offer.data
  const lead = t('join.lead', { by: invitedBy || business, role: t(`join.role.${role}`), email })
  return (
    <EntryCard title={t('join.title', { business })} lead={lead}>
      {known && !mine ? (
        <Button kind="primary" size="lg" asChild className="w-full">
          <Link to="/login" search={{ next: `/invite/${token}` }}>
            {t('join.signIn')}
          </Link>
        </Button>
      ) : (
        <JoinForm token={token} offer={offer.data} onOver={() => void offer.refetch()} />
      )}
    </EntryCard>
  )
}

const name = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(120, 'tooLong'))
const ownAccount = z.object({ name, password: z.string() })
const newAccount = z.object({
  name,
  password: z.string().check(
    z.minLength(10, 'passwordShort'),
    z.maxLength(72, 'tooLong'),
    z.refine((password) => !isCommon(password), 'passwordCommon'),
  ),
})

function JoinForm({ token, offer, onOver }: { token: string; offer: Schema<'JoinOffer'>; onOver: () => void }) {
  const { t } = useTranslation('entry')
  const explain = useExplain()
  const enter = useEnter()
  const [problem, setProblem] = useState<string>()
  const form = useForm({
    resolver: zodResolver(offer.mine ? ownAccount : newAccount),
    mode: 'onTouched',
    defaultValues: { name: '', password: '' },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async ({ name, password }) => {
    setProblem(undefined)
    try {
      await enter(() => acceptInvitation(token, offer.mine ? { name } : { name, password }))
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'invitation-over') return onOver()
      setProblem(explain(failure) ?? applyServerErrors(failure, ['name', 'password'], form.setError))
    }
  })

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <FormAlert>{problem}</FormAlert>
      <Field label={t('join.name')} help={t('join.nameHelp')} error={errors.name}>
        <Input autoComplete="name" {...form.register('name')} />
      </Field>
      {!offer.mine && (
        <>
          {/* password managers keep the password for this address */}
          <input type="email" autoComplete="username" value={offer.email} readOnly hidden />
          <NewPassword error={errors.password} {...form.register('password')} value={form.watch('password')} />
        </>
      )}
      <Button kind="primary" size="lg" type="submit" busy={isSubmitting}>
        {isSubmitting ? t('join.busy') : t('join.submit')}
      </Button>
    </form>
  )
}
