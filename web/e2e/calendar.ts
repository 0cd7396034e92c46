import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { registerBusiness } from './business'
import { xsrf } from './inbox'

// What the tests of the calendar share.

export interface Studio {
  id: string
  name: string
  slug: string
  email: string
  service: string
  provider: string
  date: string
}

export interface Times {
  start: string
}

export interface Slot {
  start: string
  providerId: string
}

export function nextMonday(): string {
  const day = new Date(Date.now() + 86_400_000)
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

export async function studio(page: Page): Promise<Studio> {
  const { id, name, slug, email } = await registerBusiness(page.request, { template: 'dental' })
  const services = await items<{ id: string; providerIds: string[]; durationMinutes: number }>(
    page.request,
    '/api/services',
  )
  const service = services.find(({ providerIds, durationMinutes }) => providerIds.length > 0 && durationMinutes <= 60)!
  return { id, name, slug, email, service: service.id, provider: service.providerIds[0]!, date: nextMonday() }
}

export async function items<T>(request: APIRequestContext, path: string): Promise<T[]> {
  return ((await (await request.get(path)).json()) as { items: T[] }).items
}

export async function freeTimes(page: Page, { service, provider, date }: Studio): Promise<Slot[]> {
  const to = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const answer = await page.request.get('/api/appointments/available', {
    params: { service, provider, from: date, to },
  })
  return ((await answer.json()) as { slots: Slot[] }).slots
}

/** Books the first free time that begins at an hour or later, in Rome. */
export async function book(page: Page, here: Studio, name: string, hour: number, id?: string): Promise<string> {
  const start = (await freeTimes(page, here)).map((slot) => slot.start).find((each) => romeHour(each) >= hour)!
  const answer = await page.request.post('/api/appointments', {
    headers: await xsrf(page),
    data: { serviceId: here.service, providerId: here.provider, start, contact: { name, id } },
  })
  expect(answer.status()).toBe(201)
  return start
}

export function romeHour(instant: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Rome' }).format(
      new Date(instant),
    ),
  )
}

export function block(page: Page, name: string) {
  return page.getByTestId('booking-block').filter({ hasText: name })
}

/** The next last Sunday of a month: when clocks change in Europe. */
export function nextLastSunday(month: 3 | 10): string {
  for (let year = new Date().getUTCFullYear(); ; year++) {
    const day = new Date(Date.UTC(year, month, 0))
    day.setUTCDate(day.getUTCDate() - day.getUTCDay())
    if (day.getTime() > Date.now() + 2 * 86_400_000) return day.toISOString().slice(0, 10)
  }
}

export async function moved(page: Page, name: string): Promise<{ start: string; end: string; providerId: string }> {
  const all = await items<{ start: string; end: string; providerId: string; contact: { name: string } }>(
    page.request,
    '/api/appointments',
  )
  const { start, end, providerId } = all.find(({ contact }) => contact.name === name)!
  return { start, end, providerId }
}

/** Drags a block by hours; an hour is 60 pixels high. */
export async function dragBy(page: Page, name: string, hours: number) {
  const box = (await block(page, name).boundingBox())!
  const x = box.x + box.width / 2
  const y = box.y + 8
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 12, { steps: 3 })
  await page.mouse.move(x, y + hours * 60, { steps: 10 })
  await page.mouse.up()
}
