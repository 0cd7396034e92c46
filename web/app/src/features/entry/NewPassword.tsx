import type { ComponentProps } from 'react'
import type { FieldError } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import { Field } from '@/ui/field'
import { PasswordInput } from './PasswordInput'
import { strengthOf } from './strength'

const tones = { common: 'text-danger', weak: 'text-warning', fair: 'text-muted', strong: 'text-success' }

/** A password that is being chosen, and what it is worth so far. */
export function NewPassword({
  label,
  value,
  error,
  ...props
}: ComponentProps<'input'> & { label?: string; value?: string; error?: FieldError | string }) {
  const { t } = useTranslation('entry')
  const strength = strengthOf(value ?? '')
  return (
    <Field
      label={label ?? t('password')}
      error={error}
      help={strength ? <span className={tones[strength]}>{t(`strength.${strength}`)}</span> : t('passwordHelp')}
    >
      <PasswordInput autoComplete="new-password" {...props} />
    </Field>
  )
}
