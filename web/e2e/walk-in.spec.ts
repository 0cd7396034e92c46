import { expect, test } from '@playwright/test'
import { open } from './business'
import { block, book, dragBy, items, studio } from './calendar'
import { xsrf } from './inbox'

// Staff know better than the rules of a service: who stands at the desk is booked, and only taken time says no.

test('who walks in is booked at another time than the usual ones, once a member insists', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await page.getByRole('button', { name: 'New booking' }).first().click()
  await page.getByLabel('Service').selectOption(here.service)
  await page.getByLabel('Day', { exact: true }).fill(here.date)
  await page.getByRole('button', { name: 'Another time' }).click()
  await page.getByLabel('Another time').fill('21:07')
  await page.getByLabel("Customer's name").fill('Wanda Rossi')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('button', { name: 'Book anyway' })).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()

  await expect(sheet.getByRole('alert')).not.toBeEmpty()
  const nearby = sheet.getByRole('group', { name: 'Free times nearby' }).getByRole('button')
  await expect(nearby).toHaveCount(3)
  const times = await nearby.allTextContents()
  expect(times).toEqual([...times].sort())
  await sheet.getByRole('button', { name: 'Book anyway' }).click()
  await expect(sheet).toBeHidden()
  await expect(block(page, 'Wanda Rossi')).toHaveAttribute('data-start', /T(19|20):07/)
  const [last] = await items<{ action: string; after: { waived?: string } }>(page.request, '/api/audit')
  expect(last).toMatchObject({ action: 'appointment.created', after: { waived: 'outside-hours' } })
})

test('a booking dropped outside hours goes back, and moves once a member insists', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  const closed = await page.request.put('/api/hours', {
    headers: await xsrf(page),
    data: {
      weekly: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => ({
        day,
        open: '08:00',
        close: '12:00',
      })),
    },
  })
  expect(closed.status()).toBe(200)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await expect(block(page, 'Paolo Verdi')).toBeVisible()
  await dragBy(page, 'Paolo Verdi', 5)
  const card = page.getByTestId('conflict-card')
  await expect(card).toBeVisible()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', start)
  await card.getByRole('button', { name: 'Move anyway' }).click()
  await expect(card).toBeHidden()
  const later = new Date(Date.parse(start) + 5 * 3_600_000).toISOString().replace('.000', '')
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', later)
})
