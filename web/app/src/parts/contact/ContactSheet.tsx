import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { ApiError } from '@/api/errors'
import { useMe } from '@/api/queries'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useRequestKey } from '@/parts/useRequestKey'
import { languages } from '@/parts/places'
import { useContactName } from '@/parts/useContactName'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/dialog'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input, Select, Textarea } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { addContact, changeContact, lookAgain } from './api'

const schema = z.object({
  name: z.string().check(z.trim(), z.maxLength(200, 'tooLong')),
  phone: z.string().check(z.trim(), z.maxLength(40, 'tooLong')),
  email: z.string().check(
    z.trim(),
    z.maxLength(254, 'tooLong'),
    z.refine((text) => text === '' || /^\S+@\S+$/.test(text), 'email'),
  ),
  language: z.string(),
  notes: z.string().check(z.trim(), z.maxLength(10_000, 'tooLong')),
})
type Values = z.infer<typeof schema>

const fields = ['name', 'phone', 'email', 'language', 'notes'] as const

interface Props {
  /** nobody yet: somebody new is entered */
  contact?: Contact
  onClose: () => void
  /** in place of closing, once it is saved */
  onSaved?: (contact: Contact) => void
}

/** Who somebody is and how to reach them, by hand. A phone or an e-mail that another has leads to that one. */
export function ContactSheet({ contact, onClose, onSaved = onClose }: Props) {
  const { t } = useTranslation('contact')
  const { t: ui } = useTranslation()
  const { locale, phone: shownPhone } = useFormat()
  const biz = useMe().tenant.slug
  const nameOf = useContactName()
  const cache = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const [taken, setTaken] = useState<{ by: string; what: string }>()
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: {
      name: contact?.name ?? '',
      phone: contact?.phone ? shownPhone(contact.phone) : '',
      email: contact?.email ?? '',
      language: contact?.language ?? '',
      notes: '',
    },
  })
  const { errors, isSubmitting, isDirty, dirtyFields } = form.formState
  const values = form.watch()
  const guard = useFormGuard({
    name: `contact:${contact?.id ?? 'new'}`,
    dirty: isDirty,
    values,
    restore: (kept) => form.reset(kept, { keepDefaultValues: true }),
  })
  const requestKey = useRequestKey()
  const reached = ({ phone, email }: Values) => `${phone.trim()} ${email.trim()}`

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined)
    setTaken(undefined)
    if (!contact && !values.name && !values.phone && !values.email) {
      return form.setError('name', { type: 'server', message: t('nobody') }, { shouldFocus: true })
    }
    // what is left as it was is not sent: a colleague may have changed it meanwhile
    const changed = Object.fromEntries(
      fields.filter((field) => dirtyFields[field]).map((field) => [field, values[field]]),
    )
    try {
      const saved = await (contact ? changeContact(contact.id, changed) : addContact(changed, requestKey.of(changed)))
      guard.done()
      void lookAgain(cache, saved)
      toast.done(t(contact ? 'saved' : 'added', { name: nameOf(saved) }))
      onSaved(saved)
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.offline) return setProblem(ui('error.notSaved'))
      if (failure.status < 500) requestKey.renew()
      const by = failure.body.contactId
      if (typeof by === 'string') setTaken({ by, what: reached(values) })
      setProblem(applyServerErrors(failure, fields, form.setError))
    }
  })

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && guard.ask(onClose)}
      title={contact ? t('edit') : t('new')}
      description={contact ? undefined : t('newText')}
      footer={
        <>
          <Button onClick={() => guard.ask(onClose)}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="contact-form" busy={isSubmitting}>
            {isSubmitting ? ui('saving') : contact ? ui('save') : t('add')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id="contact-form" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{problem}</FormAlert>
        {taken && taken.what === reached(values) && (
          <FormAlert>
            {t('taken')}{' '}
            <Link
              to="/app/$biz/contacts/$id"
              params={{ biz, id: taken.by }}
              className="font-medium underline underline-offset-4"
            >
              {t('openOther')}
            </Link>
          </FormAlert>
        )}
        <Field label={t('name')} error={errors.name}>
          <Input autoComplete="off" dir="auto" {...form.register('name')} />
        </Field>
        <Field label={t('phone')} error={errors.phone} help={t('phoneHelp')} optional>
          <Input type="tel" autoComplete="off" {...form.register('phone')} />
        </Field>
        <Field label={t('email')} error={errors.email} optional>
          <Input type="email" autoComplete="off" {...form.register('email')} />
        </Field>
        <Field label={t('language')} error={errors.language} optional>
          <Select {...form.register('language')}>
            <option value="">{t('languageUnknown')}</option>
            {languages(locale, contact?.language).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {!contact && (
          <Field label={t('notes')} error={errors.notes} optional>
            <Textarea rows={3} dir="auto" {...form.register('notes')} />
          </Field>
        )}
      </form>
    </Sheet>
  )
}
