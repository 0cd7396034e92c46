import { expect, type APIRequestContext, type Page } from '@playwright/test'

export { expectAccessible } from './looks'

export const password = 'correct horse battery'

export interface Business {
  id: string
  slug: string
  name: string
  email: string
}

let made = 0

/** A fresh business of its own for a test, with the owner's e-mail. */
export async function registerBusiness(
  request: APIRequestContext,
  more: { template?: string; locale?: string; name?: string } = {},
): Promise<Business> {
  const name = more.name ?? `Business ${++made}`
  const email = `owner-${process.pid}-${made}-${Date.now()}@example.test`
  const answer = await request.post('/api/auth/register', {
    data: {
      businessName: name,
      email,
      password,
      timezone: 'Europe/Rome',
      country: 'IT',
      currency: 'EUR',
      locale: more.locale ?? 'en',
      ...(more.template && { template: more.template }),
    },
  })
  expect(answer.status()).toBe(201)
  const { tenant } = (await answer.json()) as { tenant: { id: string; slug: string } }
  return { id: tenant.id, slug: tenant.slug, name, email }
}

/** A colleague in a browser of their own, signed in. */
export async function colleague(
  page: Page,
  business: Business,
  role: 'manager' | 'operator' | 'order_manager' | 'accountant',
  name: string,
): Promise<Page> {
  const email = `${role}-${process.pid}-${++made}-${Date.now()}@example.test`
  const { origin } = new URL((await page.request.get('/actuator/health/liveness')).url())
  const door = `http://127.0.0.1:${Number(new URL(origin).port) + 1}/member`
  const added = await page.request.post(door, { data: `${business.id} ${role} ${email} ${name}` })
  expect(added.status()).toBe(204)
  const context = await page
    .context()
    .browser()!
    .newContext({ baseURL: origin, locale: 'en-GB', reducedMotion: 'reduce' })
  const answer = await context.request.post('/api/auth/login', { data: { email, password } })
  expect(answer.status()).toBe(200)
  return context.newPage()
}

/** Registers and opens a screen of the new business, signed in by the cookies of the registration. */
export async function openBusiness(page: Page, path: string, more: Parameters<typeof registerBusiness>[1] = {}) {
  const business = await registerBusiness(page.request, more)
  await open(page, `/app/${business.slug}/${path}`)
  return business
}

/** Opens an address and waits until the screen can be used. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('html[data-ready]').waitFor()
}

/** Waits for the event stream. */
export async function live(page: Page): Promise<void> {
  await page.locator('html[data-live]').waitFor()
}
