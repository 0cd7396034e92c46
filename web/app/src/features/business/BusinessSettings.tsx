import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { businessQuery, saveBusiness, type Business } from '@/api/business'
import { ApiError } from '@/api/errors'
import { meQuery } from '@/api/queries'
import { formatPhoneAbroad } from '@frontdesk/shared/format'
import { countries, currencies, currencyName, zones } from '@/parts/places'
import { Button } from '@/ui/button'
import { Card, Page } from '@/ui/card'
import { Field, FormAlert } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'

/** Hours that are offered for the assistant's pause, up to a week. */
const pauses = [1, 2, 4, 8, 12, 24, 48, 72, 168]

export function BusinessSettings() {
  const business = useQuery(businessQuery())
  if (business.isPending) return <SkeletonRows className="mx-auto max-w-4xl p-6" />
  if (business.isError) return <ErrorCard error={business.error} onRetry={() => void business.refetch()} />
  return <BusinessForm saved={business.data} />
}

const asWritten = (business: Business): Business => ({
  ...business,
  phone: business.phone && formatPhoneAbroad(business.phone),
})

/** What the business says of itself; the assistant answers from it. */
function BusinessForm({ saved }: { saved: Business }) {
  const { t, language } = useTranslation('business')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [form, setForm] = useState(() => asWritten(saved))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Business>) => setForm((now) => ({ ...now, ...change }))

  const guard = useFormGuard({
    name: 'business',
    dirty: JSON.stringify(form) !== JSON.stringify(asWritten(saved)),
    values: form,
    restore: setForm,
  })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (form.name.trim() === '') return setErrors({ name: ui('field.required') })
    setBusy(true)
    setErrors({})
    try {
      const business = await saveBusiness({ ...form, name: form.name.trim() })
      cache.setQueryData(businessQuery().queryKey, business)
      setForm(asWritten(business))
      await cache.invalidateQueries({ queryKey: meQuery().queryKey })
      guard.done()
      toast.done(ui('saved'))
    } catch (failure) {
      const known = failure instanceof ApiError ? failure.fieldErrors : []
      setErrors(
        known.length > 0
          ? Object.fromEntries(known.map(({ field, message }) => [field, message]))
          : { form: failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved') },
      )
    } finally {
      setBusy(false)
    }
  }

  const text = (
    field: 'address' | 'phone' | 'website' | 'email',
    props: Partial<React.ComponentProps<'input'>> = {},
  ) => (
    <Field label={t(field)} error={errors[field]} optional>
      <Input
        value={form[field] ?? ''}
        maxLength={300}
        onChange={(event) => set({ [field]: event.target.value || null })}
        {...props}
      />
    </Field>
  )
  const disclosure = (language: 'en' | 'it', label: string) => (
    <Field label={label} error={errors[`disclosure.${language}`]}>
      <Input
        value={form.disclosure[language]}
        lang={language}
        maxLength={300}
        onChange={(event) => set({ disclosure: { ...form.disclosure, [language]: event.target.value } })}
      />
    </Field>
  )
  return (
    <Page>
      {guard.question}
      <header>
        <h2 className="text-lg font-semibold tracking-tight">{t('title')}</h2>
        <p className="text-muted">{t('lead')}</p>
      </header>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{errors.form}</FormAlert>
        <Card className="grid gap-4 p-4 sm:grid-cols-2 md:p-6">
          <Field label={t('name')} error={errors.name} className="sm:col-span-2">
            <Input value={form.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
          </Field>
          {text('address', { autoComplete: 'street-address' })}
          {text('phone', { type: 'tel', autoComplete: 'tel' })}
          {text('email', { type: 'email', autoComplete: 'email' })}
          {text('website', { type: 'url', autoComplete: 'url' })}
        </Card>
        <Card className="grid gap-4 p-4 sm:grid-cols-2 md:p-6">
          <Field label={t('country')} error={errors.country}>
            <Select value={form.country} onChange={(event) => set({ country: event.target.value })}>
              {countries(language).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('timezone')} error={errors.timezone}>
            <Select value={form.timezone} onChange={(event) => set({ timezone: event.target.value })}>
              {zones(form.timezone).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          </Field>
          <Field label={t('currency')} error={errors.currency} help={t('currencyHelp')}>
            <Select value={form.currency} onChange={(event) => set({ currency: event.target.value })}>
              {[...new Set([form.currency, ...currencies])].map((code) => (
                <option key={code} value={code}>
                  {code} · {currencyName(code, language)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('locale')} error={errors.locale}>
            <Select value={form.locale.slice(0, 2)} onChange={(event) => set({ locale: event.target.value })}>
              <option value="en">English</option>
              <option value="it">Italiano</option>
            </Select>
          </Field>
        </Card>
        <Card className="grid gap-4 p-4 md:p-6">
          <header>
            <h3 className="text-base font-semibold">{t('disclosure')}</h3>
            <p className="text-sm text-muted">{t('disclosureHelp')}</p>
          </header>
          {disclosure('en', 'English')}
          {disclosure('it', 'Italiano')}
        </Card>
        <Card className="p-4 md:p-6">
          <Field label={t('pause')} help={t('pauseHelp')} error={errors.assistantPauseHours}>
            <Select
              className="sm:w-60"
              value={form.assistantPauseHours}
              onChange={(event) => set({ assistantPauseHours: Number(event.target.value) })}
            >
              {[...new Set([...pauses, saved.assistantPauseHours])]
                .sort((a, b) => a - b)
                .map((hours) => (
                  <option key={hours} value={hours}>
                    {hours > 24 && hours % 24 === 0
                      ? t('pauseDays', { count: hours / 24 })
                      : t('pauseHours', { count: hours })}
                  </option>
                ))}
            </Select>
          </Field>
        </Card>
        <Button kind="primary" type="submit" busy={busy} className="self-end">
          {busy ? ui('saving') : ui('save')}
        </Button>
      </form>
    </Page>
  )
}
