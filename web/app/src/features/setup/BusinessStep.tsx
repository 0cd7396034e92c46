import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  BriefcaseBusiness,
  Ellipsis,
  Megaphone,
  Scissors,
  ShoppingBag,
  Stethoscope,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { businessQuery, saveBusiness, type Business } from '@/api/business'
import { key, meQuery, setupQuery } from '@/api/queries'
import type { SetupProgress } from '@/api/types'
import { countries, currencyOf, zones } from '@/parts/places'
import { cn } from '@/ui/cn'
import { Field } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { ErrorCard, Skeleton } from '@/ui/states'
import { useKeptWords } from '@/ui/useKeptWords'
import { applyTemplate } from './api'
import { problemsOf } from './problems'
import { StepFrame } from './StepFrame'

const kinds: { id: string; icon: LucideIcon }[] = [
  { id: 'dental', icon: Stethoscope },
  { id: 'salon', icon: Scissors },
  { id: 'consultant', icon: BriefcaseBusiness },
  { id: 'agency', icon: Megaphone },
  { id: 'shop', icon: ShoppingBag },
  { id: 'other', icon: Ellipsis },
]

export function BusinessStep({ setup, onNext }: { setup: SetupProgress; onNext: () => Promise<void> }) {
  const business = useQuery(businessQuery())
  if (business.isPending) return <Skeleton className="h-96" />
  if (business.isError) return <ErrorCard error={business.error} onRetry={() => void business.refetch()} />
  return <BusinessForm saved={business.data} setup={setup} onNext={onNext} />
}

/** What kind of business, where, in which language. The kind brings hours and services to begin with. */
function BusinessForm({
  saved,
  setup,
  onNext,
}: {
  saved: Business
  setup: SetupProgress
  onNext: () => Promise<void>
}) {
  const { t, language } = useTranslation('setup')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [form, setForm] = useState(saved)
  const [kind, setKind] = useState(setup.template ?? saved.industry ?? '')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Business>) => setForm((now) => ({ ...now, ...change }))

  const forget = useKeptWords({
    name: 'setup:business',
    dirty: kind !== (setup.template ?? saved.industry ?? '') || JSON.stringify(form) !== JSON.stringify(saved),
    values: { form, kind },
    restore: (kept) => {
      setForm(kept.form)
      setKind(kept.kind)
    },
  })

  const next = async () => {
    const missing = {
      ...(kind === '' && { kind: t('business.chooseKind') }),
      ...(form.name.trim() === '' && { name: ui('field.required') }),
    }
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      const business = await saveBusiness({ ...form, name: form.name.trim(), industry: kind })
      cache.setQueryData(businessQuery().queryKey, business)
      if (kind !== setup.template) {
        cache.setQueryData(setupQuery().queryKey, await applyTemplate(kind))
        await Promise.all(
          ['services', 'providers', 'hours'].map((part) => cache.invalidateQueries({ queryKey: key(part) })),
        )
      }
      await cache.invalidateQueries({ queryKey: meQuery().queryKey })
      forget()
      await onNext()
    } catch (failure) {
      setBusy(false)
      setErrors(problemsOf(failure, ui('error.notSaved')))
    }
  }

  return (
    <StepFrame
      title={t('business.title')}
      lead={t('business.lead')}
      problem={errors.form ?? errors.kind}
      busy={busy}
      onNext={() => void next()}
    >
      <fieldset className="@container">
        <legend className="mb-2 text-sm font-medium">{t('business.kind')}</legend>
        <div className="grid grid-cols-2 gap-2 @[480px]:grid-cols-3">
          {kinds.map(({ id, icon: Icon }) => (
            <label
              key={id}
              className={cn(
                'relative flex min-h-16 min-w-0 cursor-pointer items-center gap-3 rounded-card border bg-surface px-3 font-medium transition-colors hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-focus',
                kind === id && 'border-primary bg-primary-soft text-primary hover:border-primary',
              )}
            >
              <input
                type="radio"
                name="kind"
                value={id}
                className="sr-only"
                checked={kind === id}
                onChange={() => setKind(id)}
              />
              <Icon aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
              <span className="min-w-0 break-words">{t(`kind.${id}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={t('business.businessName')} error={errors.name}>
        <Input
          autoComplete="organization"
          maxLength={120}
          value={form.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('business.country')} error={errors.country}>
          <Select
            autoComplete="country"
            value={form.country}
            onChange={(event) => set({ country: event.target.value, currency: currencyOf(event.target.value) })}
          >
            {countries(language).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('business.zone')} error={errors.timezone}>
          <Select value={form.timezone} onChange={(event) => set({ timezone: event.target.value })}>
            {zones(form.timezone).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </Field>
        <Field label={t('business.locale')} help={t('business.localeHelp')} error={errors.locale}>
          <Select value={form.locale.slice(0, 2)} onChange={(event) => set({ locale: event.target.value })}>
            <option value="en">English</option>
            <option value="it">Italiano</option>
          </Select>
        </Field>
        <Field label={t('business.address')} optional error={errors.address}>
          <Input
            autoComplete="street-address"
            maxLength={300}
            value={form.address ?? ''}
            onChange={(event) => set({ address: event.target.value || undefined })}
          />
        </Field>
      </div>
    </StepFrame>
  )
}
