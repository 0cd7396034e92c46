import { expect, test, type Locator, type Page } from '@playwright/test'
import { freeTimes } from './booking'
import { open, password } from './business'

// A whole way through the product without a mouse: only keys are pressed, and what has the focus is looked at.

test.setTimeout(90_000)

/** Goes on by Tab until this has the focus, as a person does; it must be on the way. */
async function tabTo(page: Page, target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(by)
  }
  throw new Error(`${target.toString()} is not reached by ${by}`)
}

/** Types a date part by part, in the order of this browser's language. */
async function typeDate(page: Page, field: Locator, date: string) {
  const [year, month, day] = date.split('-') as [string, string, string]
  for (const parts of [month + day + year, day + month + year]) {
    for (let part = 0; part < 3; part++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(parts)
    if ((await field.inputValue()) === date) break
  }
  await expect(field).toHaveValue(date)
}

/** What has the focus is seen to have it. */
async function expectRing(page: Page) {
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
  })
  expect(ring).toBe(true)
}

test('from sign-up to the first booking by keyboard alone', async ({ page }) => {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const onward = async (from: string, name: string) => {
    await expect(page.getByRole('heading', { name: from })).toBeVisible()
    await tabTo(page, button(name))
    await expectRing(page)
    await page.keyboard.press('Enter')
  }

  await open(page, '/signup')
  await tabTo(page, field('Business name'))
  await page.keyboard.type('Studio Tasti')
  await tabTo(page, field('E-mail'))
  await page.keyboard.type(`keys-${Date.now()}@example.test`)
  await tabTo(page, field('Password'))
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'What is your business?' })).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: 'Dental or medical' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Salon or beauty' })).toBeChecked()
  await onward('What is your business?', 'Save and continue')
  await onward('When are you open?', 'Save and continue')
  await onward('What can customers book?', 'Save and continue')
  await onward('Where can customers write?', 'Continue')
  await onward('What should it know?', 'Save and continue')
  await expect(page.getByRole('heading', { name: 'Try your assistant' })).toBeVisible()
  await tabTo(page, field('Write as a customer would'))
  await page.keyboard.type('When are you open?')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('playground-reply')).toContainText(/\d:\d\d/)
  await onward('Try your assistant', 'Continue')
  await onward('Ready to go live', 'Go live')
  await expect(page.getByTestId('setup-live')).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/calendar/)
  await expect(page.getByTestId('calendar-grid')).toBeVisible()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog', { name: 'New booking' })
  await expect(sheet).toBeVisible()
  const slug = /\/app\/([^/]+)\//.exec(page.url())![1]!
  const services = (await (await page.request.get(`/api/public/${slug}/services`)).json()) as {
    items: { id: string; name: string }[]
  }
  const { id, name } = services.items[0]!
  await tabTo(page, sheet.getByLabel('Service'))
  await page.keyboard.type(name)
  await expect(sheet.getByLabel('Service')).toHaveValue(id)

  // the first day with a free time
  const [free] = await freeTimes(page, slug, id, 1, 9)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(free!.start))
  await tabTo(page, sheet.getByLabel('Day', { exact: true }))
  await typeDate(page, sheet.getByLabel('Day', { exact: true }), day)
  await tabTo(page, sheet.locator(`[data-testid="slot"][data-start="${free!.start}"]`))
  await expectRing(page)
  await page.keyboard.press('Space')
  await tabTo(page, sheet.getByLabel("Customer's name"))
  await page.keyboard.type('Ada Tasti')
  await tabTo(page, sheet.getByLabel('Phone'))
  await page.keyboard.type('+39 333 123 4567')
  await tabTo(page, sheet.getByRole('button', { name: 'Book', exact: true }))
  await page.keyboard.press('Enter')
  await expect(sheet).toBeHidden()
  await expect(page.getByTestId('toast')).toContainText('Ada Tasti is booked for')

  const { items } = (await (await page.request.get('/api/appointments')).json()) as {
    items: { start: string; contact: { name: string } }[]
  }
  expect(items).toEqual([
    expect.objectContaining({ start: free!.start, contact: expect.objectContaining({ name: 'Ada Tasti' }) as object }),
  ])
})
