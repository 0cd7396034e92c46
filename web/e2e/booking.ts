import { expect, type Page } from '@playwright/test'

/** What tests do with a business's books without a screen, as the member who is signed in. */

export async function asMember(page: Page, slug: string): Promise<Record<string, string>> {
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  return { 'X-XSRF-TOKEN': xsrf, 'X-Frontdesk-Business': slug }
}

export interface Slot {
  start: string
  providerId: string
}

/** A local date of the business some days from today, in Rome as all businesses of the tests. */
export function dateIn(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(Date.now() + days * 86_400_000)
}

/** The free times that customers are offered on these days. */
export async function freeTimes(page: Page, slug: string, service: string, from: number, to: number): Promise<Slot[]> {
  const answer = await page.request.get(
    `/api/public/${slug}/available?service=${service}&from=${dateIn(from)}&to=${dateIn(to)}`,
  )
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { slots: Slot[] }).slots
}

export async function book(
  page: Page,
  slug: string,
  serviceId: string,
  slot: Slot,
  name: string,
  id?: string,
): Promise<string> {
  const answer = await page.request.post('/api/appointments', {
    headers: await asMember(page, slug),
    data: { serviceId, start: slot.start, providerId: slot.providerId, contact: { id, name, phone: '333 123 4567' } },
  })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

export async function appointment(page: Page, slug: string, id: string): Promise<{ status: string; start: string }> {
  const answer = await page.request.get(`/api/appointments/${id}`, { headers: { 'X-Frontdesk-Business': slug } })
  return (await answer.json()) as { status: string; start: string }
}
