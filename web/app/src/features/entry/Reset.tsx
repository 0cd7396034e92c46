import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { applyServerErrors, FormAlert } from '@/ui/field'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { lookAtReset, reset } from './api'
import { EntryCard } from './EntryCard'
import { NewPassword } from './NewPassword'
import { useExplain } from './problems'
import { isCommon } from './strength'

const route = getRouteApi('/reset/$token')

const schema = z.object({
  password: z.string().check(
    z.minLength(10, 'passwordShort'),
    z.maxLength(72, 'tooLong'),
    z.refine((password) => !isCommon(password), 'passwordCommon'),
  ),
})

export function Reset() {
  const { t } = useTranslation('entry')
  const { token } = route.useParams()
  const link = useQuery({ queryKey: ['reset', token], queryFn: () => lookAtReset(token), retry: false, staleTime: 0 })
  if (link.isPending) {
    return (
      <EntryCard title={t('reset.title')} lead={t('reset.lead')}>
        <SkeletonRows rows={2} />
      </EntryCard>
    )
  }
  if (link.isError) {
    return link.error instanceof ApiError && link.error.code === 'link-over' ? (
      <LinkOver to="/forgot" />
    ) : (
      <EntryCard title={t('reset.title')} lead={t('reset.lead')}>
        <ErrorCard error={link.error} onRetry={() => void link.refetch()} />
      </EntryCard>
    )
  }
  return <ResetForm token={token} onOver={() => void link.refetch()} />
}

/** What a used or old link leads to: the way to a new one. */
export function LinkOver({ to }: { to: '/forgot' | '/login/link' }) {
  const { t } = useTranslation('entry')
  return (
    <EntryCard title={t('over.title')} lead={t('over.lead')}>
      <Button kind="primary" size="lg" asChild className="w-full">
        <Link to={to}>{t('over.again')}</Link>
      </Button>
    </EntryCard>
  )
}

function ResetForm({ token, onOver }: { token: string; onOver: () => void }) {
  const { t } = useTranslation('entry')
  const explain = useExplain()
  const router = useRouter()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched', defaultValues: { password: '' } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async ({ password }) => {
    setProblem(undefined)
    try {
      await reset(token, password)
      toast.done(t('reset.done'))
      await router.navigate({ to: '/login', search: {} })
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'link-over') return onOver()
      setProblem(explain(failure) ?? applyServerErrors(failure, ['password'], form.setError))
    }
  })

  return (
    <EntryCard title={t('reset.title')} lead={t('reset.lead')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{problem}</FormAlert>
        <NewPassword
          label={t('reset.password')}
          error={errors.password}
          {...form.register('password')}
          value={form.watch('password')}
        />
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting}>
          {isSubmitting ? t('saving') : t('reset.submit')}
        </Button>
      </form>
    </EntryCard>
  )
}
