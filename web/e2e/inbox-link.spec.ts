import { expect, test } from '@playwright/test'
import { asMember } from './booking'
import { live, open, registerBusiness } from './business'
import { messages, rows, said, sandbox } from './inbox'

// One message of a conversation, as an address (ui.md section 2: `inbox/$view/$conversation?m=`).

test('a link leads to its message, however far back it is, and marks it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Do you do whitening?')
  const headers = await asMember(page, slug)
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const first = messages(page, 'contact').first()
  await expect(said(page, 'ai')).toHaveCount(1)
  await first.getByRole('button', { name: 'More about this message' }).click()
  await page.getByRole('menuitem', { name: 'Copy the link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain(`/app/${slug}/inbox/all/${id}?m=`)
  for (let n = 0; n < 60; n++) {
    const note = await page.request.post(`/api/conversations/${id}/notes`, { headers, data: { text: `Note ${n}` } })
    expect(note.status()).toBe(201)
  }

  await open(page, link)
  await expect(first).toBeInViewport()
  await expect(first).toBeFocused()
  await expect(first.locator('.ring-primary')).toHaveCount(1)
  await expect(messages(page, 'member').last()).not.toBeInViewport()
  // it stays there once all is drawn, and no other conversation inherits it
  await expect(first.locator('.ring-primary')).toHaveCount(0)
  await expect(first).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/inbox/all$`))
  await rows(page).first().click()
  await expect(page).toHaveURL(new RegExp(`/inbox/all/${id}$`))
})

test('a link to a message or a conversation that is not there says so', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const nowhere = crypto.randomUUID()
  await open(page, `/app/${slug}/inbox/all/${id}?m=${nowhere}`)
  await expect(page.getByTestId('toast')).toContainText("This message isn't here any more")
  await expect(said(page, 'contact')).toHaveText(/Hello/)

  await open(page, `/app/${slug}/inbox/all/${nowhere}`)
  await expect(page.getByText("This conversation isn't here")).toBeVisible()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(new RegExp(`/inbox/all$`))
})
