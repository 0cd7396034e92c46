import { expect, test, type Page } from '@playwright/test'
import { live, open, registerBusiness } from './business'
import { composer, customer, rows, said, sandbox, xsrf } from './inbox'

// What a thread does while it is read, and how it learns who writes.

/** A thread that is longer than the screen, open at its beginning. */
async function readingAbove(page: Page): Promise<string> {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const headers = await xsrf(page)
  for (let n = 0; n < 30; n++) {
    await page.request.post(`/api/conversations/${id}/notes`, { headers, data: { text: `Note ${n}` } })
  }
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(page.getByText('Note 29')).toBeInViewport()
  await page.getByTestId('thread').evaluate((box) => box.scrollTo({ top: 0 }))
  await expect(page.getByText('Note 29')).not.toBeInViewport()
  return id
}

test('one’s own message brings the thread to its end', async ({ page }) => {
  await readingAbove(page)
  await composer(page).fill('We open at nine')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toBeInViewport()
  await expect(said(page, 'member')).toHaveAttribute('data-status', 'sent')
  await expect(said(page, 'member')).toBeInViewport()
})

test('what others write leaves the place, is counted below, and is one click away', async ({ page }) => {
  const id = await readingAbove(page)
  await page.request.post(`/api/conversations/${id}/assistant`, { headers: await xsrf(page), data: { mode: 'off' } })
  await sandbox(page, 'Are you there?')
  const below = page.getByRole('button', { name: '1 new message' })
  await expect(below).toBeVisible()
  expect(await page.getByTestId('thread').evaluate((box) => box.scrollTop)).toBe(0)
  await below.click()
  await expect(said(page, 'contact').last()).toBeInViewport()
  await expect(below).toHaveCount(0)
})

test('a thread that grows all day is drawn no longer than one just opened, until more is asked for', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const drawn = page.getByTestId('thread').getByTestId('message')
  await expect(drawn.first()).toBeVisible()
  const headers = await xsrf(page)
  const notes = 85
  for (let n = 0; n < notes; n++) {
    await page.request.post(`/api/conversations/${id}/notes`, { headers, data: { text: `Note ${n}` } })
  }
  await expect(page.getByText(`Note ${notes - 1}`)).toBeInViewport()
  expect(await drawn.count()).toBeLessThanOrEqual(75)
  await expect(page.getByText('Note 0', { exact: true })).toHaveCount(0)
  await page.getByTestId('thread').evaluate((box) => box.scrollTo({ top: 0 }))
  await page.getByRole('button', { name: 'Show older messages' }).click()
  await expect(page.getByText('Note 0', { exact: true })).toHaveCount(1)
  expect(await drawn.count()).toBeGreaterThan(notes)
})

test('what has come since one last looked begins with a line', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const thread = `/app/${slug}/inbox/all/${id}`
  const unread = async () =>
    ((await (await page.request.get(`/api/conversations/${id}`)).json()) as { unread: number }).unread
  await open(page, thread)
  await expect.poll(unread).toBe(0)
  await open(page, `/app/${slug}/home`)
  await sandbox(page, 'Is there parking?')
  await expect.poll(unread).toBe(1)
  await open(page, thread)
  const line = page.getByTestId('new-line')
  await expect(line).toHaveText('New')
  await expect(line.locator('xpath=following-sibling::*[1]')).toContainText('Is there parking?')
  await expect.poll(unread).toBe(0)
  await open(page, thread)
  await expect(said(page, 'contact')).toHaveCount(2)
  await expect(line).toHaveCount(0)
})

test('a visitor’s name and number are seen as soon as they are said', async ({ page, playwright, baseURL }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  const say = await customer(visitors, slug)
  await say('Hello, I would like to book a check-up next Thursday')
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await expect(rows(page).first()).toContainText('Visitor')
  await rows(page).first().click()
  await expect(said(page, 'ai')).not.toHaveCount(0)
  await say('Ada Rossi, +44 7700 900123')
  await expect(rows(page).first()).toContainText('Ada Rossi')
  await expect(page.getByRole('heading', { name: 'Ada Rossi' }).first()).toBeVisible()
  await expect(page.getByText('+44 7700 900123').last()).toBeVisible()
  await visitors.dispose()
})

test('in Suggest the assistant is said to draft; while it is paused it is in no mode', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const mode = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect(mode('Auto')).toBeChecked()
  await mode('Suggest').click()
  await expect(page.getByTestId('thread')).toContainText('The assistant drafts replies now')
  await expect(page.getByTestId('thread')).not.toContainText('answers again')
  await mode('Auto').click()
  await expect(page.getByTestId('thread')).toContainText('The assistant answers again')
  await composer(page).fill('Anna here')
  await composer(page).press('Control+Enter')
  await expect(page.locator('header').getByTestId('handler-chip').first()).toContainText(/AI paused\s*· back in/)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await mode('Auto').click()
  await expect(mode('Auto')).toBeChecked()
})
