import { expect, test } from '@playwright/test'
import { expectAccessible, live, open, registerBusiness } from './business'
import { rows, said, sandbox } from './inbox'

// What is reported as spam (ui.md S3).

test('spam leaves the lists, is not answered, and comes back with what was left', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  const report = async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Report as spam' }).click()
  }
  await report()
  await expect(rows(page)).toHaveCount(0)
  await expect(page.getByTestId('spam-notice')).toBeVisible()
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByTestId('spam-notice')).toHaveCount(0)
  // a toast that goes gives the focus back, and a menu that is open closes
  await expect(page.getByTestId('toast')).toHaveCount(0)

  await report()
  await open(page, `/app/${slug}/inbox/spam/${id}`)
  await live(page)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).getByTestId('handler-chip')).toHaveText('Spam')
  await sandbox(page, 'What are your opening hours?')
  await expect(said(page, 'contact')).toHaveCount(2)
  await expect(rows(page)).toHaveCount(1)
  await page.waitForTimeout(1500)
  await expect(said(page, 'ai')).toHaveCount(1)
  await expectAccessible(page)

  await page.getByTestId('spam-notice').getByRole('button', { name: 'Not spam' }).click()
  await expect(said(page, 'ai')).toHaveCount(2)
  await expect(rows(page)).toHaveCount(0)
  await open(page, `/app/${slug}/inbox/all`)
  await expect(rows(page)).toHaveCount(1)
})
