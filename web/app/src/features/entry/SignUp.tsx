import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { ApiError } from '@/api/errors'
import { localeNow } from '@/i18n'
import { Button } from '@/ui/button'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { register } from './api'
import { EntryCard } from './EntryCard'
import { NewPassword } from './NewPassword'
import { useExplain } from './problems'
import { isCommon } from './strength'

const schema = z.object({
  businessName: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(120, 'tooLong')),
  email: z.string().check(z.trim(), z.email('email')),
  password: z.string().check(
    z.minLength(10, 'passwordShort'),
    z.maxLength(72, 'tooLong'),
    z.refine((password) => !isCommon(password), 'passwordCommon'),
  ),
})

export function SignUp() {
  const { t } = useTranslation('entry')
  const router = useRouter()
  const cache = useQueryClient()
  const explain = useExplain()
  const [problem, setProblem] = useState<string>()
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { businessName: '', email: '', password: '' },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined)
    try {
      const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const { tenant } = await register({ ...values, timezone, locale: localeNow() })
      cache.clear()
      if (tenant) await router.navigate({ to: '/app/$biz/setup/$step', params: { biz: tenant.slug, step: 'business' } })
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      if (failure.code === 'email-taken') {
        form.setError('email', { type: 'server', message: t('problem.taken') }, { shouldFocus: true })
      } else {
        setProblem(explain(failure) ?? applyServerErrors(failure, ['businessName', 'email', 'password'], form.setError))
      }
    }
  })

  return (
    <EntryCard
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      foot={
        <>
          {t('signUp.known')}{' '}
          <Link to="/login" search={{}} className="font-medium text-primary hover:underline">
            {t('signUp.toSignIn')}
          </Link>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FormAlert>{problem}</FormAlert>
        <Field label={t('businessName')} error={errors.businessName}>
          <Input autoComplete="organization" {...form.register('businessName')} />
        </Field>
        <Field label={t('email')} error={errors.email}>
          <Input
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            {...form.register('email')}
          />
        </Field>
        <NewPassword error={errors.password} {...form.register('password')} value={form.watch('password')} />
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting}>
          {isSubmitting ? t('signUp.busy') : t('signUp.submit')}
        </Button>
        <p className="text-center text-xs text-muted">{t('signUp.next')}</p>
      </form>
    </EntryCard>
  )
}
