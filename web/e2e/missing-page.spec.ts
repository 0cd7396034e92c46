import { expect, test } from '@playwright/test'
import { expectAccessible } from './business'

test('an address where nothing is shows a page that leads back', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const answer = await page.goto('/settings')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Go to Frontdesk' }).click()
  await expect(page).toHaveURL(/\/login/)
})

test('it speaks Italian to those who read it, and fits a phone', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await page.goto('/foo/bar')
  await expect(page.getByRole('heading', { name: "Qui non c'è niente" })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByRole('link', { name: 'Accedi' }).click()
  await expect(page).toHaveURL(/\/login/)
  await context.close()
})
