import { expect, test, type Page } from '@playwright/test'
import { open, openBusiness } from './business'

async function publicServices(page: Page, slug: string): Promise<{ id: string; name: string }[]> {
  const answer = await page.request.get(`/api/public/${slug}/services`)
  return ((await answer.json()) as { items: { id: string; name: string }[] }).items
}

test('SVC-1 a new service can be booked by customers at once', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services', { template: 'salon' })
  await page.getByRole('button', { name: 'New service' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Trattamento viso')
  await page.getByLabel('Minutes', { exact: true }).fill('50')
  await page.getByLabel(/^Price in EUR/).fill('45,00')
  await page.getByRole('button', { name: 'Add service' }).click()
  const row = page.getByTestId('service-row').filter({ hasText: 'Trattamento viso' })
  await expect(row).toContainText('€45.00')
  const service = (await publicServices(page, slug)).find(({ name }) => name === 'Trattamento viso')
  expect(service).toBeDefined()
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const to = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10)
  const free = await page.request.get(`/api/public/${slug}/available?service=${service?.id}&from=${from}&to=${to}`)
  expect(((await free.json()) as { slots: unknown[] }).slots.length).toBeGreaterThan(0)
})

test('SVC-3 an archived service leaves booking, its appointments stay', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services', { template: 'salon' })
  const [service] = await publicServices(page, slug)
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const to = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10)
  const free = await page.request.get(`/api/public/${slug}/available?service=${service?.id}&from=${from}&to=${to}`)
  const [slot] = ((await free.json()) as { slots: { start: string; providerId: string }[] }).slots
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const booked = await page.request.post('/api/appointments', {
    headers: { 'X-XSRF-TOKEN': xsrf, 'X-Frontdesk-Business': slug },
    data: { serviceId: service?.id, ...pick(slot), contact: { name: 'Ada Neri', phone: '333 123 4567' } },
  })
  expect(booked.status()).toBe(201)
  const { id } = (await booked.json()) as { id: string }

  await page.getByRole('button', { name: `More about ${service?.name}` }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByTestId('service-row').filter({ hasText: service?.name })).toHaveCount(0)
  expect((await publicServices(page, slug)).map((each) => each.id)).not.toContain(service?.id)
  const kept = await page.request.get(`/api/appointments/${id}`, { headers: { 'X-Frontdesk-Business': slug } })
  expect(((await kept.json()) as { serviceId: string }).serviceId).toBe(service?.id)
})

const pick = (slot?: { start: string; providerId: string }) => ({ start: slot?.start, providerId: slot?.providerId })

test('refuses overlapping hours in place and saves split shifts', async ({ page }) => {
  await openBusiness(page, 'settings/hours', { template: 'other' })
  const monday = page.locator('[data-day=monday]')
  await monday.getByRole('button', { name: 'Add a second stretch' }).click()
  await monday.getByLabel(/from \(1\)/).fill('09:00')
  await monday.getByLabel(/to \(1\)/).fill('13:00')
  await monday.getByLabel(/from \(2\)/).fill('12:00')
  await monday.getByLabel(/to \(2\)/).fill('18:00')
  await expect(monday.getByText('These hours overlap.')).toBeVisible()
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Mend the hours' })).toBeVisible()
  await monday.getByLabel(/from \(2\)/).fill('14:00')
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Hours are saved.' })).toBeVisible()
  await page.reload()
  await expect(monday.getByLabel(/from \(2\)/)).toHaveValue('14:00')
})

test('a closed day is kept', async ({ page }) => {
  await openBusiness(page, 'settings/hours', { template: 'other' })
  const year = new Date().getFullYear() + 1
  await page.getByLabel('Date', { exact: true }).fill(`${year}-12-25`)
  await page.getByLabel('Reason, as holiday').fill('Natale')
  await page.getByRole('button', { name: 'Add day' }).click()
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Hours are saved.' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Natale')).toBeVisible()
})

test('adds a provider with hours of their own', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/providers', { template: 'salon' })
  await page.keyboard.press('n')
  await page.getByLabel('Name', { exact: true }).fill('Sara')
  await page.getByRole('radio', { name: 'Own hours' }).click()
  await page.getByRole('switch', { name: 'Open on Monday' }).click()
  await page.getByRole('button', { name: 'Add provider' }).click()
  await expect(page.getByTestId('provider-row').filter({ hasText: 'Sara' })).toContainText('Own hours')
  await open(page, `/app/${slug}/settings/services`)
  await expect(page.getByTestId('service-row').first()).toContainText('Sara')
})
