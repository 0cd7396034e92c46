import type { Page } from '@playwright/test'
import { book, type Studio } from './calendar'
import { sandbox, suggestOnly, writerOf } from './inbox'
import { at, opens, over, shows, type Screen } from './screens'

// Screens that the demo has not: each is made in a business of a test's own.

const draft = '[data-testid=message][data-kind=suggestion]'

/** What the assistant drafts where a member has the last word. */
export async function draftScreens(page: Page): Promise<Screen[]> {
  await suggestOnly(page)
  const conversation = await sandbox(page, 'A check-up next Tuesday at 10 please. Ana Bell, 333 5558101')
  const path = `inbox/all/${conversation}`
  return [
    at(path, { over: (page) => page.locator(draft).first().waitFor() }),
    over(
      path,
      'other words',
      opens((page) => page.locator(`${draft} button[aria-haspopup=menu]`).first().click()),
    ),
    over(
      path,
      'why',
      opens((page) => page.locator(draft).getByRole('button', { name: 'Why this reply' }).first().click()),
    ),
  ]
}

/** Two bookings called off by other hours: one customer can be told, the other has no conversation. */
export async function toTell(page: Page, here: Studio): Promise<Screen> {
  const conversation = await sandbox(page, 'hello')
  await book(page, here, 'Paolo Verdi', 9, await writerOf(page, conversation))
  await book(page, here, 'Anna Neri', 11)
  const callOff = shows('tell-all', async (page) => {
    await page.locator('[data-day=monday] [role=switch]').click()
    await page.getByRole('button', { name: 'Save hours' }).click()
    await page.getByRole('button', { name: 'Cancel all' }).click()
    await page.getByRole('button', { name: 'Save hours' }).click()
  })
  return over('settings/hours', 'customers to tell', callOff)
}
