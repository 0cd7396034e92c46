import { expect, test } from '@playwright/test'
import { colleague, expectAccessible, open } from './business'
import { block, freeTimes, studio } from './calendar'

// The form that a member books with: it begins where the calendar is, and says all that it lacks at once.

test('a new booking begins on the day that is shown, with its first free time', async ({ page }) => {
  const here = await studio(page)
  const [first] = await freeTimes(page, here)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=day`)
  await expect(page.getByRole('button', { name: 'New booking' }).first()).toBeVisible()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel('Day', { exact: true })).toHaveValue(here.date)
  await sheet.getByLabel('Service').selectOption(here.service)
  await sheet.getByLabel('With', { exact: true }).selectOption(here.provider)
  await expect(sheet.locator(`[data-testid="slot"][data-start="${first!.start}"]`)).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await sheet.getByLabel("Customer's name").fill('Nora Neri')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toBeHidden()
  await expect(block(page, 'Nora Neri')).toHaveAttribute('data-start', first!.start)
})

test('from a day that is over a new booking begins today', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=2024-01-15&view=day`)
  await page.getByRole('button', { name: 'New booking' }).first().click()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(Date.now())
  await expect(page.getByRole('dialog').getByLabel('Day', { exact: true })).toHaveValue(today)
})

test('all that a booking lacks is said at once, and the first of it has the focus', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await page.getByRole('button', { name: 'New booking' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Phone').fill('none')
  const book = sheet.getByRole('button', { name: 'Book', exact: true })
  await book.click()
  await expect(sheet.getByText('Fill in this field.')).toHaveCount(3)
  await expect(sheet.getByText("This doesn't look like a phone number.")).toBeVisible()
  await expect(sheet.getByLabel('Service')).toBeFocused()
  await expectAccessible(page)

  // a Sunday: nothing is free, so the time is what is wrong first
  await sheet.getByLabel('Service').selectOption(here.service)
  const sunday = new Date(Date.parse(`${here.date}T00:00:00Z`) - 86_400_000 + 7 * 86_400_000).toISOString().slice(0, 10)
  await sheet.getByLabel('Day', { exact: true }).fill(sunday)
  await expect(sheet.getByText('Nothing free on this day')).toBeVisible()
  await book.click()
  await expect(sheet.getByRole('group', { name: 'Time', exact: true })).toBeFocused()
  await expect(sheet.getByText('Fill in this field.')).toHaveCount(2)
})

test('a phone that the server cannot read is marked where it was typed', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await page.getByRole('button', { name: 'New booking' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Service').selectOption(here.service)
  await expect(sheet.locator('[data-testid="slot"][aria-pressed="true"]')).toBeVisible()
  await sheet.getByLabel("Customer's name").fill('Nora Neri')
  await sheet.getByLabel('Phone').fill('333')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  const why = sheet.getByText("This doesn't look like a phone number.")
  await expect(why).toBeVisible()
  await expect(sheet.getByLabel('Phone')).toBeFocused()
  await expect(why).toBeInViewport({ ratio: 1 })

  await sheet.getByLabel('Phone').fill('boh')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet.getByText("This doesn't look like a phone number.")).toBeInViewport({ ratio: 1 })
})

test('a booking tells which member made it', async ({ page }) => {
  const here = await studio(page)
  const giulia = await colleague(page, here, 'manager', 'Giulia Conti')
  await open(giulia, `/app/${here.slug}/calendar?date=${here.date}`)
  await giulia.getByRole('button', { name: 'New booking' }).first().click()
  await giulia.getByLabel('Service').selectOption(here.service)
  await expect(giulia.locator('[data-testid="slot"][aria-pressed="true"]')).toBeVisible()
  await giulia.getByLabel("Customer's name").fill('Nora Neri')
  await giulia.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click()
  await expect(giulia.getByRole('dialog')).toBeHidden()

  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await block(page, 'Nora Neri').click()
  await expect(page.getByRole('dialog')).toContainText('Giulia Conti,')
})
