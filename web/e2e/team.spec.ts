import { expect, test, type Browser, type Page } from '@playwright/test'
import { asMember } from './booking'
import { live, open, openBusiness, password } from './business'
import { linkMailedTo } from './mails'

// two browsers, and a mail between them
test.describe.configure({ timeout: 60_000 })

/** A colleague who has come by invitation, with a browser of their own. */
async function colleague(browser: Browser, owner: Page, role: string): Promise<{ page: Page; email: string }> {
  const email = `colleague-${process.pid}-${Date.now()}@example.test`
  await owner.getByLabel('E-mail').fill(email)
  await owner.getByLabel('Role', { exact: true }).selectOption(role)
  await owner.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(owner.getByTestId('invitation-row')).toContainText(email)
  const context = await browser.newContext({ baseURL: new URL(owner.url()).origin })
  const page = await context.newPage()
  await open(page, await linkMailedTo(owner.request, email, '/invite/'))
  await page.getByLabel('Your name').fill('Bea Colleague')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page).toHaveURL(/\/home/)
  return { page, email }
}

test('TM-1 a new role takes the menu items away in the open tab of the other within two seconds', async ({
  page,
  browser,
}) => {
  const { slug } = await openBusiness(page, 'settings/team', { template: 'salon' })
  const { page: other } = await colleague(browser, page, 'manager')
  await open(other, `/app/${slug}/settings/services`)
  await live(other)
  const menu = other.getByRole('navigation', { name: 'Main' })
  await expect(menu.getByRole('link', { name: 'Inbox' })).toBeVisible()

  await page.reload()
  await page.getByLabel('Role of Bea Colleague').selectOption('accountant')
  await expect(menu.getByRole('link', { name: 'Inbox' })).toBeHidden({ timeout: 2_000 })
  await expect(other.getByText("You don't have access to this page")).toBeVisible()
})

test('TM-2 a deactivated member is signed out, and the conversations return to the pool', async ({ page, browser }) => {
  const { slug } = await openBusiness(page, 'settings/team', { template: 'salon' })
  const { page: other } = await colleague(browser, page, 'operator')
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const headers = { 'X-XSRF-TOKEN': xsrf, 'X-Frontdesk-Business': slug }
  const written = await page.request.post('/api/sandbox/messages', { headers, data: { text: 'hello', clientId: 'c1' } })
  const { conversationId } = (await written.json()) as { conversationId: string }
  const team = (await (await page.request.get('/api/members', { headers })).json()) as {
    items: { id: string; name: string }[]
  }
  const bea = team.items.find(({ name }) => name === 'Bea Colleague')?.id
  await page.request.post(`/api/conversations/${conversationId}/assign`, { headers, data: { memberId: bea } })
  await open(other, `/app/${slug}/inbox/mine`)
  await expect(other.getByTestId('conv-row')).toHaveCount(1)
  await live(other)

  await page.reload()
  await page.getByRole('button', { name: 'Deactivate Bea Colleague' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByTestId('former-row')).toContainText('Bea Colleague')

  await expect(other).toHaveURL(/\/login/)
  const kept = await page.request.get(`/api/conversations/${conversationId}`, { headers })
  expect(((await kept.json()) as { assignee?: unknown }).assignee).toBeUndefined()
  await open(page, `/app/${slug}/inbox/all`)
  await expect(page.locator(`[data-testid=conv-row][data-id="${conversationId}"]`)).toBeVisible()
})

test('the team shows when each was seen, how safely they sign in, and leads to what they have in hand', async ({
  page,
  browser,
}) => {
  const { slug } = await openBusiness(page, 'settings/team', { template: 'salon' })
  await colleague(browser, page, 'operator')
  const headers = await asMember(page, slug)
  const written = await page.request.post('/api/sandbox/messages', { headers, data: { text: 'hello', clientId: 'c1' } })
  const { conversationId } = (await written.json()) as { conversationId: string }
  await open(page, `/app/${slug}/settings/team`)
  const row = page.getByTestId('member-row').filter({ hasText: 'Bea Colleague' })
  await expect(row).toContainText('No second factor')
  await expect(row).toContainText('No open conversations')
  const bea = await row.getAttribute('data-id')
  await page.request.post(`/api/conversations/${conversationId}/assign`, { headers, data: { memberId: bea } })

  await page.reload()
  await row.getByRole('link', { name: '1 open conversation' }).click()
  await expect(page).toHaveURL(new RegExp(`inbox/all\\?assignee=`))
  await expect(page.getByTestId('conv-row')).toHaveCount(1)
})

test('looks with the eyes of another role, and back', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/team')
  await page.getByRole('button', { name: 'Look Accountant' }).click()
  await expect(page.getByText("You're viewing the business as: Accountant")).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' })).toBeHidden()
  await page.getByRole('button', { name: 'Back to my view' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/settings/team`))
})
