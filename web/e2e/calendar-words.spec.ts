import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, open } from './business'
import { block, book, dragBy, studio } from './calendar'
import { sandbox, writerOf } from './inbox'

// The forms of the calendar lose no word: they ask before they are left, and only when something was typed.

const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' })
const newBooking = (page: Page) => page.getByRole('button', { name: 'New booking' }).first()

test('a booking that somebody writes asks before it is left, and has its words again after a reload', async ({
  page,
}) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=day`)
  const sheet = page.getByRole('dialog', { name: 'New booking' })
  await newBooking(page).click()
  await expect(sheet).toBeVisible()
  // nothing was typed: nothing is asked
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  await newBooking(page).click()
  await sheet.getByLabel('Service').selectOption(here.service)
  const second = sheet.getByTestId('slot').nth(1)
  await second.click()
  const start = (await second.getAttribute('data-start'))!
  await sheet.getByLabel("Customer's name").fill('Nora Neri')
  await sheet.getByLabel('Note').fill('Afraid of drills')
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  await expect(sheet.getByLabel('Note')).toHaveValue('Afraid of drills')

  await expect.poll(() => page.evaluate(() => Object.values(sessionStorage).join())).toContain('Afraid of drills')
  // the browser asks too
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(sheet.getByLabel("Customer's name")).toHaveValue('Nora Neri')
  await expect(sheet.getByLabel('Note')).toHaveValue('Afraid of drills')
  await expect(sheet.getByLabel('Service')).toHaveValue(here.service)
  await expect(sheet.locator(`[data-testid="slot"][data-start="${start}"]`)).toHaveAttribute('aria-pressed', 'true')

  // what is given up does not come back
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await question(page).getByRole('button', { name: 'Leave without saving' }).click()
  await expect(sheet).toBeHidden()
  expect(page.url()).not.toContain('new=')
  await newBooking(page).click()
  await expect(sheet.getByLabel("Customer's name")).toHaveValue('')

  await sheet.getByLabel('Service').selectOption(here.service)
  await expect(sheet.locator('[data-testid="slot"][aria-pressed="true"]')).toBeVisible()
  await sheet.getByLabel("Customer's name").fill('Nora Neri')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toBeHidden()
  await expect(question(page)).toHaveCount(0)
  await expect(block(page, 'Nora Neri')).toBeVisible()
})

test('Back asks about a booking that was begun, and leaves when its words are given up', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/home`)
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'New booking' })
  await newBooking(page).click()
  await sheet.getByLabel("Customer's name").fill('Nora Neri')
  await page.goBack()
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  await expect(sheet.getByLabel("Customer's name")).toHaveValue('Nora Neri')
  await page.goBack()
  await question(page).getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page).toHaveURL(/\/home$/)
})

test('blocked time asks before what was typed of it is lost', async ({ page }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  const dialog = page.getByRole('dialog', { name: 'Block time' })
  await page.getByRole('button', { name: 'Block time' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: 'Block time' }).click()
  await dialog.getByLabel('Reason').fill('Team meeting')
  await page.mouse.click(5, 5)
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveValue('Team meeting')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(page.getByTestId('time-off-block')).toContainText('Team meeting')
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: 'Block time' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveValue('')
})

test('another time, a repeat and a reason that were begun are asked about before the booking closes', async ({
  page,
}) => {
  const here = await studio(page)
  await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await block(page, 'Paolo Verdi').click()
  const sheet = page.getByRole('dialog', { name: 'Booking', exact: true })
  await sheet.getByRole('button', { name: 'Move to…' }).click()
  const other = sheet.locator('[data-testid="slot"][aria-pressed="false"]').last()
  const start = (await other.getAttribute('data-start'))!
  await other.click()
  await page.keyboard.press('Escape')
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  await expect(sheet.locator(`[data-testid="slot"][data-start="${start}"]`)).toHaveAttribute('aria-pressed', 'true')
  await sheet.getByRole('button', { name: 'Cancel', exact: true }).click()
  await question(page).getByRole('button', { name: 'Leave without saving' }).click()

  await sheet.getByRole('button', { name: 'Repeat…' }).click()
  await sheet.getByLabel('How many more').fill('9')
  await page.keyboard.press('Escape')
  await question(page).getByRole('button', { name: 'Leave without saving' }).click()
  await expect(sheet).toBeHidden()

  await block(page, 'Paolo Verdi').click()
  await sheet.getByRole('button', { name: 'Cancel booking…' }).click()
  const cancelling = page.getByRole('dialog', { name: 'Cancel the booking of Paolo Verdi?' })
  await cancelling.getByLabel('Reason').fill('Called in ill')
  await page.keyboard.press('Escape')
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  await cancelling.getByRole('button', { name: 'Cancel booking', exact: true }).click()
  await expect(sheet).toBeHidden()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'cancelled')
})

test('a message about one booking waits for nothing and is not lost to another that moves', async ({ page }) => {
  const here = await studio(page)
  const conversation = await sandbox(page, 'hello')
  await book(page, here, 'Paolo Verdi', 9, await writerOf(page, conversation))
  await book(page, here, 'Anna Neri', 11)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await dragBy(page, 'Paolo Verdi', 1)
  const card = page.getByTestId('tell-card')
  await card.getByLabel('Message').fill('Paolo, an hour later, sorry.')
  await dragBy(page, 'Anna Neri', 1)
  await expect(page.getByTestId('toast').filter({ hasText: 'Anna Neri moved' })).toBeVisible()
  await expect(card.getByLabel('Message')).toHaveValue('Paolo, an hour later, sorry.')
  // another day is no farewell
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  await expect(card.getByLabel('Message')).toHaveValue('Paolo, an hour later, sorry.')
  await card.getByRole('button', { name: "Don't tell" }).click()
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  await card.getByRole('button', { name: 'Send message' }).click()
  await expect(card).toContainText('Tell Anna Neri?')
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toBeHidden()
})
