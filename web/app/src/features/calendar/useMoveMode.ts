import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment, Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import type { ColumnData } from './Column'
import { obstacle, stepped, type Place, type Press } from './move'
import type { Target } from './useMoves'

/** An appointment on its way by keys. */
export interface Moving {
  booking: Appointment
  place: Place
  /** where it would be, in words: seen in the bar and spoken */
  words: string
  /** what speaks against it, in words */
  warning?: string
}

const presses: Record<string, Press> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  '+': 'longer',
  '=': 'longer',
  '-': 'shorter',
}

interface Options {
  columns: ColumnData[]
  providers: Map<string, Provider>
  onDrop: (booking: Appointment, target: Target) => Promise<boolean>
}

/** Moves an appointment by keys. The focus stays where it is; every step is spoken. */
export function useMoveMode({ columns, providers, onDrop }: Options) {
  const { t } = useTranslation('calendar')
  const { time, day } = useFormat()
  const [on, setOn] = useState<{ booking: Appointment; place: Place }>()
  const [spoken, setSpoken] = useState('')

  const who = (place: Place, booking: Appointment) => {
    const id = columns[place.column]?.providerId ?? booking.providerId
    return providers.get(id)?.name ?? booking.providerName
  }

  function described(booking: Appointment, place: Place): Moving {
    const { taken, away, closed } = obstacle(place, booking, columns)
    return {
      booking,
      place,
      words: t('mode.place', {
        day: day(new Date(place.start)),
        from: time(new Date(place.start)),
        to: time(new Date(place.end)),
        who: who(place, booking),
      }),
      warning:
        taken !== undefined
          ? t('mode.taken', { name: taken || t('busy') })
          : away
            ? t('mode.away', { name: who(place, booking) })
            : closed
              ? t('mode.closed', { name: who(place, booking) })
              : undefined,
    }
  }

  const moving = on && columns[on.place.column] ? described(on.booking, on.place) : undefined

  function begin(id: string | undefined) {
    const column = columns.findIndex(({ bookings }) => bookings.some((each) => each.id === id))
    const booking = columns[column]?.bookings.find((each) => each.id === id)
    if (!booking) return
    const place = { column, start: Date.parse(booking.start), end: Date.parse(booking.end) }
    setOn({ booking, place })
    setSpoken(t('mode.begun', { name: booking.contact.name, place: described(booking, place).words }))
  }

  function step(press: Press) {
    if (!on) return
    const place = stepped(on.place, press, columns)
    const { words, warning } = described(on.booking, place)
    setOn({ ...on, place })
    setSpoken(warning ? `${words}. ${warning}` : words)
  }

  function cancel() {
    if (!on) return
    setSpoken(t('mode.cancelled', { name: on.booking.contact.name }))
    setOn(undefined)
  }

  async function drop() {
    if (!on || !moving) return
    const { booking, place } = on
    setOn(undefined)
    const done = await onDrop(booking, {
      start: place.start,
      end: place.end,
      providerId: columns[place.column]?.providerId ?? booking.providerId,
    })
    if (!done) return
    setSpoken(t('mode.dropped', { name: booking.contact.name, place: moving.words }))
    // it may have gone to another column, which is another element
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-id="${booking.id}"]`)?.focus())
  }

  const latest = useRef({ step, cancel, drop })
  useEffect(() => {
    latest.current = { step, cancel, drop }
  })
  const active = on !== undefined
  useEffect(() => {
    if (!active) return
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const press = presses[event.key]
      // the bar's own buttons are pressed by Enter
      const enter = event.key === 'Enter' && !(event.target as HTMLElement).closest('[data-move-bar]')
      if (!press && !enter && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      if (press) latest.current.step(press)
      else if (enter) void latest.current.drop()
      else latest.current.cancel()
    }
    addEventListener('keydown', hear, true)
    return () => removeEventListener('keydown', hear, true)
  }, [active])

  return { moving, spoken, begin, step, cancel, drop }
}
