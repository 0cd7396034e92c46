import { timeNow } from '@/api/clock'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '@/i18n/useTranslation'
import * as z from 'zod/mini'
import { ApiError } from '@/api/errors'
import { providersQuery, servicesQuery } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { useRequestKey } from '@/parts/useRequestKey'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/dialog'
import { applyServerErrors, Field, FormAlert, useFirstWrong } from '@/ui/field'
import { Input, Select, Textarea } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { book, freeTimesQuery, type Slot } from './api'
import { CustomerName } from './CustomerName'
import { nextDate } from './dates'
import { TimePicker } from './TimePicker'
import { putBooking } from './upsert'

export interface Initial {
  serviceId?: string
  start?: string
  /** the day to choose a time on: its first free one is proposed */
  date?: string
  providerId?: string
  contactId?: string
  name?: string
  phone?: string
  note?: string
}

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
  initial: Initial
}

const schema = z.object({
  serviceId: z.string().check(z.minLength(1, 'required')),
  providerId: z.string(),
  start: z.string().check(z.minLength(1, 'required')),
  name: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(120, 'tooLong')),
  // whether it can be one is the server's to say; what has no number in it cannot
  phone: z.string().check(z.maxLength(40, 'tooLong'), z.regex(/^\s*$|(\d\D*){3}/, 'phone')),
  note: z.string().check(z.maxLength(2000, 'tooLong')),
})
type Values = z.infer<typeof schema>

const fields = ['serviceId', 'providerId', 'start', 'name', 'phone', 'note'] as const

/** What came of asking for a time: what is free instead, and whether staff may have it all the same. */
interface Refused {
  wanted: string
  alternatives: Slot[]
  overridable: boolean
}

const wantedOf = (...wanted: string[]) => wanted.join(' ')

const valuesOf = (initial: Initial): Values => ({
  serviceId: initial.serviceId ?? '',
  providerId: initial.providerId ?? '',
  start: initial.start ?? '',
  name: initial.name ?? '',
  phone: initial.phone ?? '',
  note: initial.note ?? '',
})

/** A new appointment by form: what, with whom, when, for whom. */
export function BookingSheet({ open, ...props }: Props) {
  return open && <Form {...props} />
}

function Form({ onOpenChange, initial }: Omit<Props, 'open'>) {
  const { t } = useTranslation('booking')
  const { t: ui } = useTranslation()
  const id = useId()
  const close = () => onOpenChange(false)
  const cache = useQueryClient()
  const { localDate, shortDay, time, dateTime, duration, money, phone: shownPhone } = useFormat()
  const { data: allServices = [] } = useQuery(servicesQuery())
  const { data: allProviders = [] } = useQuery(providersQuery())
  const [refused, setRefused] = useState<Refused>()
  const [alert, setAlert] = useState<string>()
  const [known, setKnown] = useState<string>()
  const [given] = useState(() => ({
    values: valuesOf({ ...initial, phone: initial.phone && shownPhone(initial.phone) }),
    date: initial.date ?? localDate(initial.start ?? new Date(timeNow())),
  }))
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    // the time is no box to type in, and comes before the name: see useFirstWrong
    shouldFocusError: false,
    defaultValues: given.values,
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const { setValue } = form
  const place = useFirstWrong(submitCount)
  const values = form.watch()
  const { serviceId, providerId, start, name } = values
  const services = allServices.filter(
    (each) => each.bookable && !each.archived && (!providerId || each.providerIds.includes(providerId)),
  )
  const providers = allProviders.filter((each) => !each.archived && (!serviceId || each.serviceIds.includes(serviceId)))
  // about another time it says nothing
  const refusal = refused?.wanted === wantedOf(serviceId, providerId, start) ? refused : undefined
  const nearbyTimes = refusal?.alternatives.map((slot) => slot.start) ?? []
  const oneDay = new Set(nearbyTimes.map((each) => localDate(each))).size === 1 ? nearbyTimes[0] : undefined
  const [date, setDate] = useState(given.date)

  // a time that nobody has chosen yet is the day's first free one
  const [chosen, setChosen] = useState(initial.date === undefined || initial.start !== undefined)
  const proposedFor = useRef('')
  const asked = wantedOf(serviceId, providerId, date)
  const { data: free } = useQuery({
    ...freeTimesQuery(serviceId, providerId, date, nextDate(date)),
    enabled: !chosen && serviceId !== '',
  })
  useEffect(() => {
    // once: when it is taken meanwhile, that is said and not passed over
    if (chosen || proposedFor.current === asked) return
    if (free) proposedFor.current = asked
    setValue('start', free?.[0]?.start ?? '', { shouldValidate: !!free?.length })
  }, [chosen, asked, free, setValue])
  const choose = (slot: string) => {
    setChosen(true)
    setValue('start', slot, { shouldValidate: true })
  }

  // a single choice is no question
  const only = services.length === 1 ? services[0]?.id : undefined
  useEffect(() => {
    if (only && !serviceId) setValue('serviceId', only)
  }, [only, serviceId, setValue])

  // what was proposed and not chosen is nobody's word
  const proposed: Partial<Values> = { serviceId: only, start: chosen ? undefined : start }
  const typed = fields.some((field) => values[field] !== given.values[field] && values[field] !== proposed[field])
  // after what is proposed above, which it takes the place of
  const guard = useFormGuard({
    name: `booking:${initial.contactId ?? 'new'}`,
    dirty: typed || date !== given.date,
    values: { ...values, date, chosen, known },
    restore: ({ date, chosen, known, ...kept }) => {
      setKnown(known)
      // a time that was pointed at just now stands before one from earlier
      if (initial.start) {
        const { start, providerId } = given.values
        return form.reset({ ...kept, start, providerId }, { keepDefaultValues: true })
      }
      form.reset(kept, { keepDefaultValues: true })
      setDate(date)
      setChosen(chosen)
    },
  })

  const nearby = useId()
  const requestKey = useRequestKey()

  async function submit(values: Values, override?: boolean) {
    setAlert(undefined)
    setRefused(undefined)
    try {
      const wish = {
        serviceId: values.serviceId,
        providerId: values.providerId || undefined,
        start: values.start,
        contact: {
          id: known ?? initial.contactId,
          name: values.name.trim(),
          phone: values.phone.trim() || undefined,
        },
        note: values.note.trim() || undefined,
        override,
      }
      const booking = await book(wish, requestKey.of(wish))
      putBooking(cache, booking)
      toast.done(t('new.done', { name: values.name, when: dateTime(booking.start) }))
      guard.done()
      close()
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.offline) {
        setAlert(ui('error.notSaved'))
        return
      }
      if (failure.status < 500) requestKey.renew()
      if (failure.body.alternatives || failure.body.overridable) {
        setRefused({
          wanted: wantedOf(values.serviceId, values.providerId, values.start),
          alternatives: ((failure.body.alternatives ?? []) as Slot[])
            .slice(0, 3)
            .sort((a, b) => Date.parse(a.start) - Date.parse(b.start)),
          overridable: failure.body.overridable === true,
        })
      }
      setAlert(
        applyServerErrors(failure, ['serviceId', 'providerId', 'name', 'phone', 'note'], form.setError, 'contact'),
      )
    }
  }

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && guard.ask(close)}
      title={t('new.title')}
      description={t('new.text')}
      // below what scrolls: an error that appears when a field is left must not move the button from under the pointer
      footer={
        <>
          <Button onClick={() => guard.ask(close)}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form={id} busy={isSubmitting}>
            {t('new.book')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form
        id={id}
        ref={place}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => submit(values))(event)}
      >
        <FormAlert>{(!refused || refusal) && alert}</FormAlert>
        {refusal && refusal.alternatives.length > 0 && (
          <div className="flex flex-wrap gap-2" role="group" aria-labelledby={nearby}>
            <p id={nearby} className="w-full text-sm font-medium">
              {t('alternatives')}
              {oneDay && <span className="font-normal text-muted"> · {shortDay(oneDay)}</span>}
            </p>
            {refusal.alternatives.map((slot) => (
              <Button
                key={slot.start + slot.providerId}
                size="sm"
                className="max-md:h-11"
                onClick={() => {
                  choose(slot.start)
                  setValue('providerId', slot.providerId)
                  setDate(localDate(slot.start))
                  setAlert(undefined)
                }}
              >
                {oneDay ? time(slot.start) : dateTime(slot.start)}
              </Button>
            ))}
          </div>
        )}
        {refusal?.overridable && (
          <Button
            className="self-start"
            busy={isSubmitting}
            onClick={() => void form.handleSubmit((values) => submit(values, true))()}
          >
            {t('new.anyway')}
          </Button>
        )}
        <Field label={t('new.service')} error={errors.serviceId}>
          <Select {...form.register('serviceId')} value={serviceId}>
            <option value="">{t('new.chooseService')}</option>
            {services.map((service) => (
              <option key={service.id} value={service.id}>
                {[service.name, duration(service.durationMinutes), service.price && money(service.price)]
                  .filter(Boolean)
                  .join(' · ')}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('new.provider')} error={errors.providerId}>
          <Select {...form.register('providerId')} value={providerId}>
            <option value="">{t('new.anyone')}</option>
            {providers.map((provider) => (
              <option key={provider.id} value={provider.id}>
                {provider.name}
              </option>
            ))}
          </Select>
        </Field>
        <TimePicker
          service={serviceId}
          provider={providerId}
          date={date}
          onDate={setDate}
          value={start}
          error={errors.start && ui('field.required')}
          onChange={choose}
        />
        <Field label={t('new.name')} error={errors.name}>
          <CustomerName
            {...form.register('name', { onChange: () => setKnown(undefined) })}
            text={name}
            chosen={known !== undefined || initial.contactId !== undefined}
            onPick={(contact) => {
              setKnown(contact.id)
              setValue('name', contact.name ?? '', { shouldValidate: true })
              if (contact.phone) setValue('phone', shownPhone(contact.phone), { shouldValidate: true })
            }}
          />
        </Field>
        <Field label={t('new.phone')} error={errors.phone} optional>
          <Input type="tel" autoComplete="off" {...form.register('phone')} />
        </Field>
        <Field label={t('new.note')} error={errors.note} optional>
          <Textarea rows={2} {...form.register('note')} />
        </Field>
      </form>
    </Sheet>
  )
}
