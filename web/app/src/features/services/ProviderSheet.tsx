import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { problemOf, toOpenings, toWeek, weekdays } from '@frontdesk/shared/hours'
import { hoursQuery } from '@/api/hours'
import { providersQuery, servicesQuery, useMe } from '@/api/queries'
import type { Provider, Service } from '@/api/types'
import { AffectedList } from '@/parts/booking/AffectedList'
import { TellAll } from '@/parts/booking/TellAll'
import { useDecided } from '@/parts/booking/useDecided'
import { HoursEditor } from '@/parts/HoursEditor'
import { zones } from '@/parts/places'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { cn } from '@/ui/cn'
import { useFormGuard } from '@/ui/useFormGuard'
import { Sheet } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { Segmented } from '@/ui/tabs'
import { toast } from '@/ui/toast'
import { saveProvider } from './api'
import { DaysEditor } from './DaysEditor'
import { TimeOffSection } from './TimeOffSection'

interface Props {
  provider?: Provider
  services: Service[]
  count: number
  onClose: () => void
}

/** One provider: name and colour, what they give, and when. */
export function ProviderSheet({ provider, services, count, onClose }: Props) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const { timezone } = useMe().tenant
  const cache = useQueryClient()
  const businessHours = useQuery(hoursQuery()).data
  const here = services.filter(({ archived }) => !archived)
  const [name, setName] = useState(provider?.name ?? '')
  const [color, setColor] = useState(provider?.color ?? (count % 8) + 1)
  const [zone, setZone] = useState(provider?.timezone ?? timezone)
  const [serviceIds, setServiceIds] = useState(provider?.serviceIds ?? here.map(({ id }) => id))
  const [week, setWeek] = useState(provider?.hours ? toWeek(provider.hours) : undefined)
  const [exceptions, setExceptions] = useState(provider?.exceptions ?? [])
  const { affected, decisions, setDecisions, problem, setProblem, busy, anew, save, news, changed, errors, setErrors } =
    useDecided()

  const values = { name, color, zone, serviceIds, week, exceptions }
  const [before] = useState(() => JSON.stringify(values))
  const guard = useFormGuard({
    name: `provider:${provider?.id ?? 'new'}`,
    dirty: JSON.stringify(values) !== before,
    values,
    restore: (kept) => {
      setName(kept.name)
      setColor(kept.color)
      setZone(kept.zone)
      setServiceIds(kept.serviceIds)
      setWeek(kept.week)
      setExceptions(kept.exceptions)
    },
  })

  const change = (set: () => void) => {
    set()
    anew()
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setErrors({ name: ui('field.required') })
    if (week && weekdays.some((day) => problemOf(week[day]))) return setProblem(t('hours.fix'))
    const hours = week ? toOpenings(week) : null
    const saved = await save((decided) =>
      saveProvider(provider?.id, {
        name: name.trim(),
        color,
        timezone: zone,
        serviceIds,
        hours,
        exceptions,
        ...(provider && { decisions: decided }),
      }),
    )
    if (!saved) return
    await Promise.all([
      cache.invalidateQueries({ queryKey: providersQuery().queryKey }),
      cache.invalidateQueries({ queryKey: servicesQuery().queryKey }),
    ])
    toast.done(t('provider.saved', { name: name.trim() }))
    guard.done()
    if (news.length === 0) onClose()
  }

  if (changed.length > 0) return <TellAll bookings={changed} onClose={onClose} />
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={provider ? provider.name : t('provider.new')}
      className="md:w-[520px]"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="provider-form" busy={busy}>
            {busy ? ui('saving') : provider ? ui('save') : t('provider.add')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id="provider-form" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
        <FormAlert>{problem}</FormAlert>
        <Field label={t('provider.name')} error={errors.name}>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t('provider.color')}</legend>
          <div className="flex flex-wrap gap-2">
            {[1, 2, 3, 4, 5, 6, 7, 8].map((each) => (
              <label
                key={each}
                className={cn(
                  'grid size-8 cursor-pointer place-items-center rounded-full border-2 has-focus-visible:outline-2 has-focus-visible:outline-focus',
                  each === color ? 'border-text' : 'border-transparent',
                )}
              >
                <input
                  type="radio"
                  name="color"
                  className="sr-only"
                  checked={each === color}
                  onChange={() => setColor(each)}
                  aria-label={t(`provider.colors.${each}`)}
                />
                <span
                  aria-hidden
                  className="size-6 rounded-full"
                  style={{ backgroundColor: `var(--color-chart-${each})` }}
                />
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1.5 text-sm font-medium">{t('provider.services')}</legend>
          {here.length === 0 && <p className="text-sm text-muted">{t('provider.noServices')}</p>}
          {here.map((service) => (
            <label key={service.id} className="flex min-h-8 items-center gap-2.5">
              <Checkbox
                checked={serviceIds.includes(service.id)}
                onCheckedChange={(checked) =>
                  setServiceIds(checked ? [...serviceIds, service.id] : serviceIds.filter((id) => id !== service.id))
                }
              />
              {service.name}
            </label>
          ))}
        </fieldset>
        <section className="flex flex-col gap-3">
          <h3 className="text-sm font-medium">{t('provider.hours')}</h3>
          <Segmented
            label={t('provider.hours')}
            value={week ? 'own' : 'business'}
            onChange={(choice) =>
              change(() =>
                setWeek(choice === 'own' ? toWeek(provider?.hours ?? businessHours?.weekly ?? []) : undefined),
              )
            }
            options={[
              { value: 'business', label: t('provider.businessHours') },
              { value: 'own', label: t('provider.ownHours') },
            ]}
            className="self-start"
          />
          {week && (
            <div className="-mx-5 border-y [&_li]:px-5">
              <HoursEditor week={week} onChange={(next) => change(() => setWeek(next))} />
            </div>
          )}
        </section>
        {provider && <TimeOffSection provider={provider} />}
        <section>
          <h3 className="mb-2 text-sm font-medium">{t('provider.daysOff')}</h3>
          <div className="-mx-5 border-b [&_li]:px-5 [&>div]:px-5">
            <DaysEditor days={exceptions} onChange={(days) => change(() => setExceptions(days))} />
          </div>
        </section>
        {affected.length > 0 && (
          <AffectedList outside affected={affected} decisions={decisions} onChange={setDecisions} />
        )}
        <Field label={t('provider.zone')}>
          <Select value={zone} onChange={({ target }) => change(() => setZone(target.value))}>
            {zones(zone).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
      </form>
    </Sheet>
  )
}
