import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { ApiError } from '@/api/errors'
import { channelsQuery } from '@/api/queries'
import type { Channel } from '@/api/types'
import { CopyBox } from '@/parts/CopyBox'
import { Button } from '@/ui/button'
import { Dialog, Sheet } from '@/ui/dialog'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useUnsaved } from '@/ui/unsaved'
import { changeChannel, connectWhatsApp, disconnectChannel } from './api'

const schema = z.object({
  name: z.string().check(z.maxLength(120, 'tooLong')),
  phoneNumberId: z.string().check(z.trim(), z.minLength(1, 'required'), z.regex(/^[A-Za-z0-9]{1,64}$/, 'digits')),
  wabaId: z.string().check(z.trim(), z.maxLength(64, 'tooLong')),
  accessToken: z.string().check(z.trim(), z.maxLength(2000, 'tooLong')),
  appSecret: z.string().check(z.trim(), z.maxLength(200, 'tooLong')),
})

type Values = z.infer<typeof schema>
const fields = ['name', 'phoneNumberId', 'wabaId', 'accessToken', 'appSecret'] as const

/** Connects a WhatsApp number, or changes one. Secrets go in and never come back: an empty box keeps what is stored. */
export function WhatsAppSheet({ channel, onClose }: { channel?: Channel; onClose: () => void }) {
  const { t } = useTranslation('channels')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const [asking, setAsking] = useState(false)
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: {
      name: channel?.name ?? 'WhatsApp',
      phoneNumberId: channel?.phoneNumberId ?? '',
      wabaId: channel?.wabaId ?? '',
      accessToken: '',
      appSecret: '',
    },
  })
  const { errors, isSubmitting, isDirty } = form.formState
  const unsaved = useUnsaved(isDirty)
  const reload = () => cache.invalidateQueries({ queryKey: channelsQuery().queryKey })

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined)
    if (!channel && values.accessToken === '') {
      return form.setError('accessToken', { message: 'required' }, { shouldFocus: true })
    }
    // what is left empty is not sent, so a stored secret stays
    const { phoneNumberId, name, ...rest } = values
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''))
    try {
      if (channel) await changeChannel(channel.id, { name, ...given })
      else await connectWhatsApp({ name, phoneNumberId, ...given })
      await reload()
      toast.done(t('saved', { name }))
      unsaved.done()
      onClose()
    } catch (failure) {
      const taken = failure instanceof ApiError && failure.code === 'address-taken'
      if (taken) form.setError('phoneNumberId', { type: 'server', message: t('whatsapp.taken') }, { shouldFocus: true })
      else setProblem(applyServerErrors<Values>(failure, fields, form.setError))
    }
  })

  const disconnect = async () => {
    if (!channel) return
    try {
      await disconnectChannel(channel.id)
      await reload()
      toast.done(t('whatsapp.disconnected', { name: channel.name }))
      unsaved.done()
      onClose()
    } catch {
      setAsking(false)
      setProblem(ui('error.notSaved'))
    }
  }

  const secret = { type: 'password', autoComplete: 'off', spellCheck: false, dir: 'ltr' } as const
  const stored = t('whatsapp.stored')
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={channel ? channel.name : t('whatsapp.connect')}
      description={channel ? undefined : t('whatsapp.steps')}
      footer={
        <>
          {channel && (
            <Button kind="ghost" className="me-auto text-danger" onClick={() => setAsking(true)}>
              {t('whatsapp.disconnect')}
            </Button>
          )}
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="whatsapp-form" busy={isSubmitting}>
            {isSubmitting ? ui('saving') : channel ? ui('save') : t('whatsapp.submit')}
          </Button>
        </>
      }
    >
      {unsaved.question}
      <form id="whatsapp-form" onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FormAlert>{problem}</FormAlert>
        <Field label={t('name')} error={errors.name}>
          <Input {...form.register('name')} />
        </Field>
        <Field label={t('whatsapp.numberId')} help={t('whatsapp.numberIdHelp')} error={errors.phoneNumberId}>
          <Input dir="ltr" readOnly={!!channel} autoComplete="off" {...form.register('phoneNumberId')} />
        </Field>
        <Field label={t('whatsapp.token')} help={t('whatsapp.tokenHelp')} error={errors.accessToken}>
          <Input
            {...secret}
            placeholder={channel?.hasAccessToken ? stored : undefined}
            {...form.register('accessToken')}
          />
        </Field>
        <Field label={t('whatsapp.secret')} help={t('whatsapp.secretHelp')} error={errors.appSecret} optional>
          <Input {...secret} placeholder={channel?.hasAppSecret ? stored : undefined} {...form.register('appSecret')} />
        </Field>
        <Field label={t('whatsapp.waba')} error={errors.wabaId} optional>
          <Input dir="ltr" autoComplete="off" {...form.register('wabaId')} />
        </Field>
        <div className="flex flex-col gap-1.5">
          <p className="text-sm font-medium">{t('whatsapp.webhook')}</p>
          <CopyBox text={`${location.origin}/webhook/meta`} label={t('whatsapp.webhook')} />
          <p className="text-xs text-muted">{t('whatsapp.webhookHelp')}</p>
        </div>
        <div className="flex flex-col gap-1.5">
          <p className="text-sm font-medium">{t('whatsapp.verify')}</p>
          <p className="text-xs text-muted">{t('whatsapp.verifyHelp')}</p>
        </div>
      </form>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('whatsapp.disconnectTitle')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{ui('cancel')}</Button>
            <Button kind="danger" onClick={() => void disconnect()}>
              {t('whatsapp.disconnect')}
            </Button>
          </>
        }
      >
        {t('whatsapp.disconnectText')}
      </Dialog>
    </Sheet>
  )
}
