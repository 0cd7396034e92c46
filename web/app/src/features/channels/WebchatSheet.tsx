import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { channelsQuery } from '@/api/queries'
import type { Channel } from '@/api/types'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input, Textarea } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { CopyBox } from '@/parts/CopyBox'
import { changeChannel, newIdentitySecret } from './api'

/** The chat on the business's site: its name here, and where it may be shown. */
export function WebchatSheet({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('channels')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [name, setName] = useState(channel.name)
  const [origins, setOrigins] = useState((channel.allowedOrigins ?? []).join('\n'))
  const [state, setState] = useState<{ busy?: boolean; origins?: string; problem?: string }>({})

  const guard = useFormGuard({
    name: `webchat:${channel.id}`,
    dirty: name !== channel.name || origins !== (channel.allowedOrigins ?? []).join('\n'),
    values: { name, origins },
    restore: (kept) => {
      setName(kept.name)
      setOrigins(kept.origins)
    },
  })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setState({ busy: true })
    try {
      const allowedOrigins = origins
        .split(/\s+/)
        .filter(Boolean)
        .map((each) => each.replace(/\/+$/, ''))
      await changeChannel(channel.id, { name: name.trim() || channel.name, allowedOrigins })
      await cache.invalidateQueries({ queryKey: channelsQuery().queryKey })
      toast.done(t('saved', { name: name.trim() }))
      guard.done()
      onClose()
    } catch (failure) {
      const about = failure instanceof ApiError && failure.fieldErrors.find(({ field }) => field === 'allowedOrigins')
      setState(about ? { origins: about.message } : { problem: ui('error.notSaved') })
    }
  }

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('type.webchat')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="webchat-form" busy={state.busy}>
            {state.busy ? ui('saving') : ui('save')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id="webchat-form" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <FormAlert>{state.problem}</FormAlert>
        <Field label={t('name')}>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('webchat.origins')} help={t('webchat.originsHelp')} error={state.origins}>
          <Textarea
            rows={4}
            dir="ltr"
            spellCheck={false}
            placeholder="https://www.example.com"
            value={origins}
            onChange={(event) => setOrigins(event.target.value)}
          />
        </Field>
      </form>
      <Identity channel={channel} />
    </Sheet>
  )
}

/** The secret by which the business's own server says who is signed in there. */
function Identity({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels')
  const cache = useQueryClient()
  const [secret, setSecret] = useState<string>()
  const make = async () => {
    try {
      setSecret(await newIdentitySecret(channel.id))
      await cache.invalidateQueries({ queryKey: channelsQuery().queryKey })
    } catch {
      toast.failed(t('webchat.identityFailed'))
    }
  }
  return (
    <section className="mt-6 flex flex-col items-start gap-2 border-t pt-4">
      <h3 className="text-sm font-medium">{t('webchat.identity')}</h3>
      <p className="text-xs text-muted">{t('webchat.identityHelp')}</p>
      {secret ? (
        <>
          <CopyBox text={secret} label={t('webchat.identity')} />
          <p className="text-xs text-muted">{t('webchat.identityOnce')}</p>
        </>
      ) : (
        <Button onClick={() => void make()}>
          {t(channel.hasIdentitySecret ? 'webchat.identityAnew' : 'webchat.identityMake')}
        </Button>
      )}
    </section>
  )
}
