import { useQueryClient } from '@tanstack/react-query'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Schema } from '@frontdesk/shared/api'
import { ApiError } from '@/api/errors'
import { CodeInput } from '@/parts/CodeInput'
import { CopyBox } from '@/parts/CopyBox'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { toast } from '@/ui/toast'
import { beginSecondFactor, confirmSecondFactor } from './api'
import { PasswordForm } from './PasswordDialog'
import { RecoveryCodes } from './RecoveryCodes'

type Step =
  { name: 'password' } | { name: 'scan'; secret: Schema<'SecondFactorSecret'> } | { name: 'codes'; codes: string[] }

/** Turns the second factor on: the password, the picture for the app, its first code, the codes to keep. */
export function SecondFactorSetup({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('me')
  const cache = useQueryClient()
  const [step, setStep] = useState<Step>({ name: 'password' })

  const close = (next: boolean) => {
    onOpenChange(next)
    if (next) return
    if (step.name === 'codes') {
      toast.done(t('factor.isOn'))
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => ['me', 'second-factor'].includes(String(queryKey.at(-1))),
      })
    }
    setStep({ name: 'password' })
  }

  return (
    <Dialog open={open} onOpenChange={close} title={t('factor.turnOn')} description={t(`setup.${step.name}`)}>
      {step.name === 'password' ? (
        <PasswordForm
          action={t('setup.next')}
          onPassword={async (password) => setStep({ name: 'scan', secret: await beginSecondFactor(password) })}
        />
      ) : step.name === 'scan' ? (
        <Scan secret={step.secret} onCodes={(codes) => setStep({ name: 'codes', codes })} />
      ) : (
        <RecoveryCodes codes={step.codes} onKept={() => close(false)} />
      )}
    </Dialog>
  )
}

function Scan({ secret, onCodes }: { secret: Schema<'SecondFactorSecret'>; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const [code, setCode] = useState('')
  const [state, setState] = useState<{ wrong?: string; problem?: string }>({})
  const send = async (typed: string) => {
    setState({})
    try {
      onCodes((await confirmSecondFactor(typed)).codes)
    } catch (failure) {
      const wrong = failure instanceof ApiError ? failure.fieldErrors[0]?.message : undefined
      const said = failure instanceof ApiError && !failure.offline ? failure.message : ui('error.offline')
      setState(wrong ? { wrong } : { problem: said })
      if (wrong) setCode('')
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <FormAlert>{state.problem}</FormAlert>
      {/* dark on light in both themes: that is what apps read */}
      <div className="self-center rounded-card bg-white p-4">
        <QRCodeSVG value={secret.uri} size={176} title={t('setup.picture')} />
      </div>
      <CopyBox label={t('setup.key')} text={secret.key.replace(/(.{4})/g, '$1 ').trim()} />
      <Field label={t('setup.code')} error={state.wrong}>
        <CodeInput value={code} onChange={setCode} onComplete={(typed) => void send(typed)} />
      </Field>
    </div>
  )
}
