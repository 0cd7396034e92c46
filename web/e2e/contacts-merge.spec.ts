import { expect, test } from '@playwright/test'
import { book, freeTimes } from './booking'
import { expectAccessible, live, open, registerBusiness } from './business'
import { rows, sandbox } from './inbox'

// One person who is in the book twice, by the name of ui.md S9.

test('CON-3 merge then undo restores both', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const services = (await (await page.request.get(`/api/public/${slug}/services`)).json()) as {
    items: { id: string }[]
  }
  const service = services.items[0]!.id
  const [slot] = await freeTimes(page, slug, service, 1, 8)
  await book(page, slug, service, slot!, 'Anna Rossi')
  const id = await sandbox(page, 'What are your opening hours?')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const panel = page.getByRole('complementary', { name: 'About this customer' })
  const before = (await panel.getByRole('heading').first().textContent())!
  await expect(panel).not.toContainText('333 123 4567')

  await panel.getByRole('button', { name: 'Merge' }).click()
  const sheet = page.getByRole('dialog', { name: 'Merge with another contact' })
  await sheet.getByRole('searchbox').fill('nobody of this name')
  await expect(sheet).toContainText('Nobody else is found')
  await sheet.getByRole('searchbox').fill('rossi')
  await sheet.getByTestId('merge-candidate').filter({ hasText: 'Anna Rossi' }).click()
  await sheet.getByRole('radio', { name: 'Anna Rossi' }).check()
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Merge contacts' }).click()

  await expect(panel.getByTestId('merged')).toContainText('Anna Rossi was merged into this contact')
  await expect(rows(page).first()).toContainText('Anna Rossi')
  await expect(panel).toContainText('333 123 4567')
  await expect(panel).not.toContainText('Nothing booked')

  await panel.getByRole('button', { name: 'Undo merge' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'two contacts again' })).toBeVisible()
  await expect(panel.getByTestId('merged')).toHaveCount(0)
  await expect(panel.getByRole('heading').first()).toHaveText(before)
  await expect(rows(page).first()).toContainText(before)
  await expect(panel).not.toContainText('333 123 4567')
  await open(page, `/app/${slug}/contacts?q=rossi`)
  await expect(page.getByTestId('contact-row')).toHaveCount(1)
})
