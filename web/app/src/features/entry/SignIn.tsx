import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { signIn } from './api'
import { EntryCard } from './EntryCard'
import { PasswordInput } from './PasswordInput'

const schema = z.object({
  email: z.string().check(z.trim(), z.email('email')),
  password: z.string().check(z.minLength(1, 'required')),
})

const route = getRouteApi('/login')

export function SignIn() {
  const { t } = useTranslation('entry')
  const { next } = route.useSearch()
  const router = useRouter()
  const cache = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched', defaultValues: { email: '', password: '' } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async ({ email, password }) => {
    setProblem(undefined)
    try {
      const { tenant } = await signIn(email, password)
      cache.clear()
      if (next) await router.navigate({ href: next })
      else if (tenant) await router.navigate({ to: '/app/$biz/home', params: { biz: tenant.slug } })
      else await router.navigate({ to: '/app' })
    } catch (failure) {
      setProblem(explain(failure, t) ?? applyServerErrors(failure, ['email', 'password'], form.setError))
    }
  })

  return (
    <EntryCard
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      foot={
        <>
          {t('signIn.new')}{' '}
          <Link to="/signup" className="font-medium text-primary hover:underline">
            {t('signIn.toSignUp')}
          </Link>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
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
        <Field label={t('password')} error={errors.password}>
          <PasswordInput autoComplete="current-password" {...form.register('password')} />
        </Field>
        <Button kind="primary" size="lg" type="submit" busy={isSubmitting}>
          {isSubmitting ? t('signIn.busy') : t('signIn.submit')}
        </Button>
      </form>
    </EntryCard>
  )
}

function explain(failure: unknown, t: (key: string) => string): string | undefined {
  if (!(failure instanceof ApiError)) throw failure
  if (failure.offline) return t('problem.offline')
  if (failure.status === 401) return t('problem.wrong')
  if (failure.status === 429) return t('problem.tooMany')
  return undefined
}
