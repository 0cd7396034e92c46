import { zodResolver } from '@hookform/resolvers/zod'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { Button } from '@/ui/button'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { signIn } from './api'
import { EntryCard } from './EntryCard'
import { PasswordInput } from './PasswordInput'
import { useExplain } from './problems'
import { useEnter } from './useEnter'

const schema = z.object({
  email: z.string().check(z.trim(), z.email('email')),
  password: z.string().check(z.minLength(1, 'required')),
})

const route = getRouteApi('/login')

export function SignIn() {
  const { t } = useTranslation('entry')
  const { next } = route.useSearch()
  const ended = useLocation({ select: ({ state }) => state.ended })
  const explain = useExplain()
  const enter = useEnter()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched', defaultValues: { email: '', password: '' } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async ({ email, password }) => {
    setProblem(undefined)
    try {
      await enter(() => signIn(email, password), next)
    } catch (failure) {
      setProblem(explain(failure) ?? applyServerErrors(failure, ['email', 'password'], form.setError))
    }
  })

  return (
    <EntryCard
      title={t('signIn.title')}
      lead={ended ? t('signIn.ended') : t('signIn.lead')}
      foot={
        <>
          {t('signIn.new')}{' '}
          <Link to="/signup" className="font-medium text-primary hover:underline">
            {t('signIn.toSignUp')}
          </Link>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
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
        <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
          <Link to="/forgot" className="font-medium text-primary hover:underline">
            {t('signIn.forgot')}
          </Link>
          <Link to="/login/link" className="font-medium text-primary hover:underline">
            {t('signIn.byLink')}
          </Link>
        </p>
      </form>
    </EntryCard>
  )
}
