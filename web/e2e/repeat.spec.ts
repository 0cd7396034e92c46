import { expect, test } from '@playwright/test'
import { open } from './business'
import { block, book, items, studio } from './calendar'
import { sandbox, writerOf, xsrf } from './inbox'

// The same again: a copy for another day, and a row of weeks.

test('a booking is repeated week after week; those that cannot be are named first', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  const inTwoWeeks = new Date(Date.parse(start) + 14 * 86_400_000).toISOString()
  const taken = await page.request.post('/api/appointments', {
    headers: await xsrf(page),
    data: { serviceId: here.service, providerId: here.provider, start: inTwoWeeks, contact: { name: 'Anna Neri' } },
  })
  expect(taken.status()).toBe(201)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await block(page, 'Paolo Verdi').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Repeat…' }).click()
  await sheet.getByLabel('How many more').fill('3')
  await sheet.getByRole('button', { name: 'Repeat', exact: true }).click()
  await expect(sheet.getByTestId('not-free')).toContainText("1 of them can't be booked. Nothing is booked yet.")
  expect(await items(page.request, '/api/appointments')).toHaveLength(2)

  await sheet.getByRole('button', { name: 'Book the other 2' }).click()
  await expect(page.getByTestId('toast')).toContainText('2 more bookings for Paolo Verdi')
  const all = await items<{ start: string; contact: { name: string } }>(page.request, '/api/appointments')
  expect(all.filter(({ contact }) => contact.name === 'Paolo Verdi')).toHaveLength(3)
})

test('a copy takes customer, service and provider along, and asks for the time', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await block(page, 'Paolo Verdi').click()
  await page.getByRole('button', { name: 'Copy…' }).click()
  const sheet = page.getByRole('dialog', { name: 'New booking' })
  await expect(sheet.getByLabel("Customer's name")).toHaveValue('Paolo Verdi')
  await expect(sheet.getByLabel('Service')).toHaveValue(here.service)
  await sheet.getByTestId('slot').first().click()
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByTestId('toast')).toContainText('Paolo Verdi is booked')
  const all = await items<{ start: string; contact: { id: string; name: string } }>(page.request, '/api/appointments')
  expect(all).toHaveLength(2)
  expect(all[0]!.contact.id).toBe(all[1]!.contact.id)
  expect(all.some((each) => Date.parse(each.start) - Date.parse(start) > 5 * 86_400_000)).toBe(true)
})

test('bookings that are repeated are one line in the customer’s thread, which leads to the first of them', async ({
  page,
}) => {
  const here = await studio(page)
  const conversation = await sandbox(page, 'hello')
  await book(page, here, 'Paolo Verdi', 9, await writerOf(page, conversation))
  const [first] = await items<{ id: string }>(page.request, '/api/appointments')
  const answer = await page.request.post(`/api/appointments/${first!.id}/repeat`, {
    headers: await xsrf(page),
    data: { everyWeeks: 1, times: 3 },
  })
  expect(answer.status()).toBe(201)
  const repeated = (await answer.json()) as { items: { id: string }[] }
  await open(page, `/app/${here.slug}/inbox/all/${conversation}`)
  const lines = page.locator('[data-testid="message"][data-kind="event"]').filter({ hasText: 'You booked' })
  await expect(lines).toHaveText([
    /^You booked (?!\d)/,
    /^You booked 3 appointments, every week: .+, first on \w{3} \d+ \w{3} \d\d:\d\d · with .+/,
  ])
  await lines.last().getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/calendar\\?.*booking=${repeated.items[0]!.id}`))
})
