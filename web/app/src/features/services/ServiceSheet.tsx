import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { problemOf, toOpenings, toWeek, weekdays } from '@frontdesk/shared/hours'
import { moneyText, parseMoney } from '@frontdesk/shared/money'
import { hoursQuery } from '@/api/hours'
import { providersQuery, servicesQuery, useMe } from '@/api/queries'
import type { Provider, Service } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { HoursEditor } from '@/parts/HoursEditor'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Sheet } from '@/ui/dialog'
import { applyServerErrors, Field, FormAlert } from '@/ui/field'
import { Input, Select, Textarea } from '@/ui/input'
import { Switch } from '@/ui/switch'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { saveService, type ServiceDetails } from './api'

const whole = (min: number, max: number) =>
  z.string().check(
    z.regex(/^\d+$/, 'number'),
    z.refine((text) => Number(text) >= min && Number(text) <= max, 'numberRange'),
  )

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(120, 'tooLong')),
  description: z.string().check(z.maxLength(1000, 'tooLong')),
  durationMinutes: whole(5, 720),
  price: z.string(),
  bufferBeforeMinutes: whole(0, 240),
  bufferAfterMinutes: whole(0, 240),
  noticeMinutes: z.string(),
  horizonDays: whole(1, 730),
  granularityMinutes: z.string(),
  automatic: z.boolean(),
  online: z.boolean(),
  ownHours: z.boolean(),
  providerIds: z.array(z.string()),
})

type Values = z.infer<typeof schema>

const fields = [
  'name',
  'description',
  'durationMinutes',
  'price',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'horizonDays',
] as const

function valuesOf(service: Service | undefined, providers: Provider[], locale: string): Values {
  const all = providers.filter(({ archived }) => !archived).map(({ id }) => id)
  return {
    name: service?.name ?? '',
    description: service?.description ?? '',
    durationMinutes: String(service?.durationMinutes ?? 30),
    price: moneyText(service?.price, locale),
    bufferBeforeMinutes: String(service?.bufferBeforeMinutes ?? 0),
    bufferAfterMinutes: String(service?.bufferAfterMinutes ?? 0),
    noticeMinutes: String(service?.noticeMinutes ?? 0),
    horizonDays: String(service?.horizonDays ?? 60),
    granularityMinutes: String(service?.granularityMinutes ?? 15),
    automatic: service?.confirmation !== 'manual',
    online: service?.online ?? true,
    ownHours: Boolean(service?.hours),
    providerIds: service?.providerIds ?? all,
  }
}

interface Props {
  service?: Service
  providers: Provider[]
  onClose: () => void
}

/** One service: what it is and costs, how long, by whom; the rules of booking it below. */
export function ServiceSheet({ service, providers, onClose }: Props) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const { currency } = useMe().tenant
  const format = useFormat()
  const cache = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: valuesOf(service, providers, format.locale),
  })
  const { errors, isSubmitting, isDirty } = form.formState
  const businessHours = useQuery(hoursQuery()).data
  const [week, setWeek] = useState(() => toWeek(service?.hours ?? []))
  const guard = useFormGuard({
    name: `service:${service?.id ?? 'new'}`,
    dirty: isDirty || JSON.stringify(week) !== JSON.stringify(toWeek(service?.hours ?? [])),
    values: { ...form.watch(), week },
    restore: ({ week: kept, ...rest }) => {
      form.reset(rest, { keepDefaultValues: true })
      setWeek(kept)
    },
  })
  const here = providers.filter(({ archived }) => !archived)

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined)
    const amount = values.price.trim() === '' ? null : parseMoney(values.price, currency)
    if (amount === undefined) {
      return form.setError('price', { message: 'money' }, { shouldFocus: true })
    }
    if (values.ownHours && weekdays.some((day) => problemOf(week[day]))) return setProblem(t('service.fixHours'))
    const details: ServiceDetails = {
      name: values.name,
      description: values.description.trim() || null,
      durationMinutes: Number(values.durationMinutes),
      price: amount === null ? null : { amount, currency },
      bufferBeforeMinutes: Number(values.bufferBeforeMinutes),
      bufferAfterMinutes: Number(values.bufferAfterMinutes),
      noticeMinutes: Number(values.noticeMinutes),
      horizonDays: Number(values.horizonDays),
      granularityMinutes: Number(values.granularityMinutes),
      confirmation: values.automatic ? 'automatic' : 'manual',
      online: values.online,
      hours: values.ownHours ? toOpenings(week) : null,
      providerIds: values.providerIds,
    }
    try {
      await saveService(service?.id, details)
      await Promise.all([
        cache.invalidateQueries({ queryKey: servicesQuery().queryKey }),
        cache.invalidateQueries({ queryKey: providersQuery().queryKey }),
      ])
      toast.done(t('service.saved', { name: values.name }))
      guard.done()
      onClose()
    } catch (failure) {
      setProblem(applyServerErrors<Values>(failure, fields, form.setError) ?? ui('error.notSaved'))
    }
  })

  const minutes = { type: 'text', inputMode: 'numeric', className: 'num' } as const
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={service ? service.name : t('service.new')}
      className="md:w-[520px]"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="service-form" busy={isSubmitting}>
            {isSubmitting ? ui('saving') : service ? ui('save') : t('service.add')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id="service-form" onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FormAlert>{problem}</FormAlert>
        <Field label={t('service.name')} error={errors.name}>
          <Input {...form.register('name')} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('service.duration')} error={errors.durationMinutes}>
            <Input {...minutes} {...form.register('durationMinutes')} />
          </Field>
          <Field label={t('service.price', { currency })} error={errors.price} optional>
            <Input type="text" inputMode="decimal" className="num" {...form.register('price')} />
          </Field>
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 text-sm font-medium">{t('service.who')}</legend>
          {here.length === 0 && <p className="text-sm text-muted">{t('service.nobody')}</p>}
          <Controller
            control={form.control}
            name="providerIds"
            render={({ field }) => (
              <>
                {here.map((provider) => (
                  <label key={provider.id} className="flex min-h-8 items-center gap-2.5">
                    <Checkbox
                      checked={field.value.includes(provider.id)}
                      onCheckedChange={(checked) =>
                        field.onChange(
                          checked ? [...field.value, provider.id] : field.value.filter((id) => id !== provider.id),
                        )
                      }
                    />
                    {provider.name}
                  </label>
                ))}
              </>
            )}
          />
        </fieldset>
        <Field label={t('service.description')} error={errors.description} help={t('service.descriptionHelp')} optional>
          <Textarea rows={3} {...form.register('description')} />
        </Field>
        <h3 className="border-t pt-4 font-semibold">{t('service.rules')}</h3>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('service.before')} error={errors.bufferBeforeMinutes}>
            <Input {...minutes} {...form.register('bufferBeforeMinutes')} />
          </Field>
          <Field label={t('service.after')} error={errors.bufferAfterMinutes}>
            <Input {...minutes} {...form.register('bufferAfterMinutes')} />
          </Field>
          <Field label={t('service.notice')}>
            <Select {...form.register('noticeMinutes')}>
              {choices([0, 60, 120, 240, 720, 1440, 2880, 10080], service?.noticeMinutes).map((value) => (
                <option key={value} value={value}>
                  {value === 0 ? t('service.noNotice') : format.duration(value)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('service.horizon')} error={errors.horizonDays}>
            <Input {...minutes} {...form.register('horizonDays')} />
          </Field>
          <Field label={t('service.granularity')} className="col-span-2">
            <Select {...form.register('granularityMinutes')}>
              {choices([5, 10, 15, 20, 30, 60], service?.granularityMinutes).map((value) => (
                <option key={value} value={value}>
                  {t('service.every', { duration: format.duration(value) })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Toggle
          form={form}
          name="ownHours"
          label={t('service.ownHours')}
          help={t('service.ownHoursHelp')}
          // those of the business to begin with: closed throughout would offer it never
          onChange={(own) => own && toOpenings(week).length === 0 && setWeek(toWeek(businessHours?.weekly ?? []))}
        />
        {form.watch('ownHours') && (
          <div className="-mx-5 border-y [&_li]:px-5">
            <HoursEditor week={week} onChange={setWeek} />
          </div>
        )}
        <Toggle form={form} name="online" label={t('service.online')} help={t('service.onlineHelp')} />
        <Toggle form={form} name="automatic" label={t('service.automatic')} help={t('service.automaticHelp')} />
      </form>
    </Sheet>
  )
}

/** The usual choices, and the one in use even if it is unusual. */
function choices(usual: number[], current: number | undefined): number[] {
  return [...new Set([...usual, ...(current === undefined ? [] : [current])])].sort((a, b) => a - b)
}

interface ToggleProps {
  form: ReturnType<typeof useForm<Values>>
  name: 'online' | 'automatic' | 'ownHours'
  label: string
  help: string
  onChange?: (on: boolean) => void
}

function Toggle({ form, name, label, help, onChange }: ToggleProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <div className="flex items-start gap-3">
          <Switch
            id={name}
            checked={field.value}
            onCheckedChange={(on) => {
              field.onChange(on)
              onChange?.(on)
            }}
            aria-describedby={`${name}-help`}
          />
          <div>
            <label htmlFor={name} className="font-medium">
              {label}
            </label>
            <p id={`${name}-help`} className="text-xs text-muted">
              {help}
            </p>
          </div>
        </div>
      )}
    />
  )
}
