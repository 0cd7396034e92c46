import type { Schema } from '@frontdesk/shared/api'

/** What a tool was called with, as people read it; nothing here knows a language. */

type Arguments = Schema<'RunKeptCall'>['arguments']

/** What is needed to say it: names for ids, and times in the business's zone. */
export interface Words {
  service: (id: string) => string | undefined
  provider: (id: string) => string | undefined
  appointment: (id: string) => string | undefined
  anyone: string
  phone: (number: string) => string
  day: (instant: string) => string
  time: (instant: string) => string
  /** the business's own day, as a key */
  dayKey: (instant: string) => string
  more: (count: number) => string
}

/** `label` is a key of the translations. */
export interface Fact {
  label: 'appointment' | 'service' | 'providers' | 'when' | 'name' | 'phone' | 'email'
  value: string
}

const mostWindows = 4

/** What has no words of its own, as the ids of proposals, is left out. */
export function factsOf(called: Arguments, words: Words): Fact[] {
  const { service, providers, start, windows, name, phone, email } = called
  const appointment = called.appointment ?? called.forMove
  const facts: [Fact['label'], string | undefined][] = [
    ['appointment', isText(appointment) ? words.appointment(appointment) : undefined],
    ['service', isText(service) ? words.service(service) : undefined],
    ['when', isText(start) ? `${words.day(start)} ${words.time(start)}` : undefined],
    ['when', isList(windows) ? during(windows.filter(isWindow), words) : undefined],
    ['providers', isList(providers) ? whom(providers.filter(isText), words) : undefined],
    ['name', isText(name) ? name : undefined],
    ['phone', isText(phone) ? words.phone(phone) : undefined],
    ['email', isText(email) ? email : undefined],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function whom(ids: string[], { provider, anyone }: Words): string {
  if (ids.length === 0) return anyone
  return ids.flatMap((id) => provider(id) ?? []).join(', ')
}

interface Window {
  from: string
  to: string
}

function during(windows: Window[], words: Words): string {
  const told = windows.slice(0, mostWindows).map((window) => span(window, words))
  if (windows.length > mostWindows) told.push(words.more(windows.length - mostWindows))
  return told.join('; ')
}

/** A moment, hours of one day, or days; the end of a window is no part of it. */
function span({ from, to }: Window, { day, time, dayKey }: Words): string {
  const last = new Date(Date.parse(to) - 1).toISOString()
  const oneDay = dayKey(from) === dayKey(last)
  if (Date.parse(to) - Date.parse(from) <= 60_000) return `${day(from)} ${time(from)}`
  if (time(from) === '00:00' && time(to) === '00:00') return oneDay ? day(from) : `${day(from)} – ${day(last)}`
  return oneDay ? `${day(from)} ${time(from)}–${time(to)}` : `${day(from)} ${time(from)} – ${day(to)} ${time(to)}`
}

/** A tool's answer: how many of what, or what came of it and why. */
export function outcomeOf(answer: string): { what: string; count?: number; reason?: string } {
  const [, count, things] = /^(\d+) (times|found)$/.exec(answer) ?? []
  if (count && things) return { what: things, count: Number(count) }
  const [what = answer, reason] = answer.split(': ')
  return { what, reason }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

function isWindow(value: unknown): value is Window {
  const { from, to } = (value ?? {}) as Partial<Window>
  return isText(from) && isText(to)
}
