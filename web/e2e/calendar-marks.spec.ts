import { expect, test } from '@playwright/test'
import { open } from './business'
import { block, book, items, studio } from './calendar'
import { xsrf } from './inbox'

// How an appointment went: said in one press, and taken back in one when it was the wrong one.

test('that somebody arrived is taken back, by the toast and by its key, and the trail has all of it', async ({
  page,
}) => {
  const here = await studio(page)
  await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  const sheet = page.getByRole('dialog', { name: 'Booking', exact: true })
  const toast = page.getByTestId('toast').filter({ hasText: 'Paolo Verdi has arrived' })
  await block(page, 'Paolo Verdi').click()
  await sheet.getByRole('button', { name: 'Arrived' }).click()
  await expect(sheet).toBeHidden()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'arrived')
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'confirmed')
  await expect(toast).toBeHidden()

  await block(page, 'Paolo Verdi').click()
  await sheet.getByRole('button', { name: 'Arrived' }).click()
  await expect(toast).toBeVisible()
  await block(page, 'Paolo Verdi').click()
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'is done' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'arrived')
  await page.keyboard.press('Control+z')
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'confirmed')
  await page.reload()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'confirmed')
  const trail = await items<{ action: string }>(page.request, '/api/audit')
  expect(trail.map(({ action }) => action).filter((action) => action.startsWith('appointment.'))).toEqual([
    'appointment.confirmed',
    'appointment.arrived',
    'appointment.done',
    'appointment.arrived',
    'appointment.confirmed',
    'appointment.arrived',
    'appointment.created',
  ])
})

test('who only seemed to stay away is booked again by Undo', async ({ page }) => {
  const here = await studio(page)
  const start = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
  const made = await page.request.post('/api/appointments', {
    headers: await xsrf(page),
    data: {
      serviceId: here.service,
      providerId: here.provider,
      start,
      contact: { name: 'Wanda Rossi' },
      override: true,
    },
  })
  expect(made.status()).toBe(201)
  await open(page, `/app/${here.slug}/calendar?view=agenda`)
  await block(page, 'Wanda Rossi').click()
  await page.getByRole('dialog').getByRole('button', { name: 'No-show' }).click()
  await expect(block(page, 'Wanda Rossi')).toHaveAttribute('data-status', 'no-show')
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect(block(page, 'Wanda Rossi')).toHaveAttribute('data-status', 'confirmed')
})
