import { expect, test } from '@playwright/test'
import { expectAccessible, open } from './business'
import { freeTimes, items, studio } from './calendar'
import { xsrf } from './inbox'

test('who is a customer already is found while their name is typed, and is booked as who they are', async ({
  page,
}) => {
  const here = await studio(page)
  const made = await page.request.post('/api/appointments', {
    headers: await xsrf(page),
    data: {
      serviceId: here.service,
      providerId: here.provider,
      start: (await freeTimes(page, here))[0]!.start,
      contact: { name: 'Niccolò Bo', phone: '333 555 0101' },
    },
  })
  const { contact } = (await made.json()) as { contact: { id: string } }
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await page.getByRole('button', { name: 'New booking' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'New booking' })
  await sheet.getByLabel('Service').selectOption(here.service)
  await sheet.getByLabel('Day', { exact: true }).fill(here.date)
  await sheet.getByTestId('slot').first().click()
  const name = sheet.getByRole('combobox', { name: "Customer's name" })
  await name.fill('niccolo')
  await expect(sheet.getByRole('option', { name: /Niccolò Bo/ })).toBeVisible()
  await name.press('ArrowDown')
  await name.press('Enter')
  await expect(name).toHaveValue('Niccolò Bo')
  await expect(sheet.getByLabel('Phone')).toHaveValue('333 555 0101')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toBeHidden()
  const all = await items<{ contact: { id: string } }>(page.request, '/api/appointments')
  expect(all.map((each) => each.contact.id)).toEqual([contact.id, contact.id])
})

test('a phone that is none is said at its field, and nothing else that was typed is lost', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await page.getByRole('button', { name: 'New booking' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'New booking' })
  await sheet.getByLabel('Service').selectOption(here.service)
  await sheet.getByLabel('Day', { exact: true }).fill(here.date)
  await sheet.getByTestId('slot').first().click()
  await sheet.getByRole('combobox', { name: "Customer's name" }).fill('Walk In')
  const phone = sheet.getByLabel('Phone')
  await phone.fill('ring me')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(phone).toBeFocused()
  await expect(phone).toHaveAttribute('aria-invalid', 'true')
  await expect(phone).toHaveAccessibleDescription(/phone number/)
  await phone.fill('333 555 0101')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toBeHidden()
})
