import { expect, test } from '@playwright/test'
import { expectAccessible, live, open, registerBusiness } from './business'
import { composer, messages, said, sandbox, writerOf } from './inbox'

// A contact's profile (ui.md S9): files, and blocking.

test('files on the profile lead to the message that brought them', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Can I have the form?')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await page
    .getByTestId('attach-input')
    .setInputFiles({ name: 'form.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a form') })
  await expect(page.getByTestId('chosen-file')).toHaveAttribute('data-state', 'ready')
  await composer(page).press('Control+Enter')
  await expect(messages(page, 'member')).toHaveAttribute('data-status', 'sent')
  await open(page, `/app/${slug}/contacts/${await writerOf(page, id)}`)
  const files = page.getByRole('region', { name: 'Files' })
  await expect(files.getByRole('link', { name: /form\.pdf.*Team/ })).toBeVisible()
  await expectAccessible(page)
  await files.getByRole('link', { name: 'Show form.pdf in the conversation' }).click()
  await expect(page).toHaveURL(/\?m=/)
  await expect(messages(page, 'member')).toBeFocused()
})

test('who is blocked on the profile is so in the inbox, and is set free from either', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const profile = `/app/${slug}/contacts/${await writerOf(page, id)}`
  await open(page, profile)
  await page.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(page.getByText('Blocked', { exact: true })).toBeVisible()
  await expect(page.getByTestId('toast')).toContainText('is blocked')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await expect(page.getByTestId('window-closed')).toContainText('This contact is blocked')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Unblock this contact' }).click()
  await expect(composer(page)).toBeVisible()
  await open(page, profile)
  await expect(page.getByRole('button', { name: 'Block', exact: true })).toBeVisible()
})
