import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { expectAccessible, live, open, registerBusiness } from './business'

// The inbox, by the names of ui.md S3. Customers write through the widget's door or as "Try it as a customer".

async function xsrf(page: Page): Promise<Record<string, string>> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  return { 'X-XSRF-TOKEN': cookie?.value ?? '' }
}

async function sandbox(page: Page, text: string): Promise<string> {
  const answer = await page.request.post('/api/sandbox/messages', {
    headers: await xsrf(page),
    data: { text, clientId: crypto.randomUUID() },
  })
  expect(answer.status()).toBe(202)
  return ((await answer.json()) as { conversationId: string }).conversationId
}

/** A customer on the business's site; answers how to write more. */
async function customer(request: APIRequestContext, slug: string) {
  const { token } = (await (await request.post(`/api/public/${slug}/chat/sessions`, { data: {} })).json()) as {
    token: string
  }
  return async (text: string) => {
    const answer = await request.post(`/api/public/${slug}/chat/messages`, {
      headers: { Authorization: `Bearer ${token}` },
      data: { text, clientId: crypto.randomUUID() },
    })
    expect(answer.status()).toBe(202)
  }
}

const rows = (page: Page) => page.getByTestId('conv-row')
const said = (page: Page, author: string) =>
  page.locator(`[data-testid="message"][data-author="${author}"][data-kind="text"]`)
const composer = (page: Page) => page.getByTestId('composer').getByRole('textbox')

test('INB-1 a message comes to the top of the list and into the title at once; the focus stays', async ({
  page,
  playwright,
  baseURL,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  const first = await customer(visitors, slug)
  await first('Hello, are you open on Monday?')
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await expect(rows(page)).toHaveCount(1)
  const focused = await rows(page).first().getAttribute('data-id')
  await rows(page).first().focus()
  const started = Date.now()
  const id = await sandbox(page, 'I would like a check-up')
  await expect(rows(page).first()).toHaveAttribute('data-id', id, { timeout: 2000 })
  await expect(page).toHaveTitle(/^\(\d+\) Inbox/, { timeout: 2000 })
  expect(Date.now() - started).toBeLessThan(3000)
  await expect(page.locator(`[data-id="${focused}"]`)).toBeFocused()
  await visitors.dispose()
})

/** From now on this business's answers take so long to be written. */
async function pace(page: Page, baseURL: string, business: string, ms: number) {
  const door = `http://127.0.0.1:${Number(new URL(baseURL).port) + 1}/pace`
  expect((await page.request.put(door, { data: `${business} ${ms}` })).status()).toBe(204)
}

/** Everything that the strip and the log go through, in order, from now on. */
async function watchStages(page: Page) {
  await page.evaluate(() => {
    const seen: string[] = []
    const busy: string[] = []
    Object.assign(window, { seen, busy })
    new MutationObserver(() => {
      const stage = document.querySelector<HTMLElement>('[data-testid="ai-strip"]')?.dataset.stage
      if (stage && seen.at(-1) !== stage) seen.push(stage)
      const now = document.querySelector('[role="log"]')?.getAttribute('aria-busy')
      if (now && busy.at(-1) !== now) busy.push(now)
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
}

test('INB-2 the stages appear in order, the log is busy while the text streams, the answer names its source', async ({
  page,
  baseURL,
}) => {
  const { id, slug } = await registerBusiness(page.request, { template: 'dental' })
  const conversation = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${conversation}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await pace(page, baseURL!, id, 2000)
  await watchStages(page)
  await sandbox(page, 'What are your opening hours?')
  await expect(page.getByTestId('ai-draft')).toBeVisible()
  await expect(page.getByTestId('thread')).toHaveAttribute('aria-busy', 'true')
  await expect(said(page, 'ai')).toHaveCount(2)
  await expect(page.getByTestId('ai-strip')).toHaveCount(0)
  await expect(page.getByTestId('thread')).toHaveAttribute('aria-busy', 'false')
  const { seen, busy } = await page.evaluate(() => {
    const { seen, busy } = window as unknown as { seen: string[]; busy: string[] }
    return { seen, busy }
  })
  expect(seen).toEqual(['reading', 'generating'])
  expect(busy.slice(-2)).toEqual(['true', 'false'])
  const answer = said(page, 'ai').last()
  await answer.getByTestId('source').first().click()
  await expect(page.getByTestId('source-popover')).toContainText('09:00')
})

test('INB-3 Stop while it streams leaves nothing sent, and the composer free', async ({ page, baseURL }) => {
  const { id, slug } = await registerBusiness(page.request, { template: 'dental' })
  await pace(page, baseURL!, id, 4000)
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  const conversation = await sandbox(page, 'What are your opening hours?')
  await open(page, `/app/${slug}/inbox/all/${conversation}`)
  await expect(page.getByTestId('ai-draft')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('ai-strip')).toHaveCount(0)
  await page.waitForTimeout(4500)
  await expect(said(page, 'ai')).toHaveCount(0)
  await composer(page).fill('I am here')
  await expect(composer(page)).toHaveValue('I am here')
})

test('INB-4 a person’s reply while it writes is the only one that goes out', async ({ page, baseURL }) => {
  const { id, slug } = await registerBusiness(page.request, { template: 'dental' })
  await pace(page, baseURL!, id, 4000)
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  const conversation = await sandbox(page, 'What are your opening hours?')
  await open(page, `/app/${slug}/inbox/all/${conversation}`)
  await expect(page.getByTestId('ai-draft')).toBeVisible()
  await composer(page).fill('We open at nine')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(1)
  await page.waitForTimeout(4500)
  await expect(said(page, 'ai')).toHaveCount(0)
  await expect(page.locator('header').getByTestId('handler-chip').first()).toContainText('AI paused')
})

test('INB-5 after a pause a message gets no answer from the AI; after Resume it does', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await composer(page).fill('Anna here, how can I help?')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveAttribute('data-status', 'sent')
  await expect(page.locator('header').getByTestId('handler-chip').first()).toContainText('AI paused')
  await sandbox(page, 'What are your opening hours?')
  await expect(said(page, 'contact')).toHaveCount(2)
  await page.waitForTimeout(1500)
  await expect(said(page, 'ai')).toHaveCount(1)
  await page.getByRole('button', { name: /Resume AI/ }).click()
  await expect(said(page, 'ai')).toHaveCount(2)
})

test('INB-11 a draft outlives a reload and another conversation', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await composer(page).fill('Not finished yet')
  await page.reload()
  await expect(composer(page)).toHaveValue('Not finished yet')
  await page.getByRole('tab', { name: 'Note' }).click()
  await expect(composer(page)).toHaveValue('')
  await page.getByRole('tab', { name: 'Reply' }).click()
  await expect(composer(page)).toHaveValue('Not finished yet')
  await open(page, `/app/${slug}/inbox/closed`)
  await open(page, `/app/${slug}/inbox/all`)
  await expect(rows(page).first()).toContainText('Draft:')
})

test('INB-13 whoever asks for a person gets one: a line, a summary, an assignment, and the row needs attention', async ({
  page,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental', locale: 'it' })
  await open(page, `/app/${slug}/home`)
  await live(page)
  await sandbox(page, 'Vorrei parlare con una persona')
  const notice = page.getByTestId('toast').filter({ hasText: 'waiting for you' })
  await notice.getByRole('button', { name: 'Open' }).click()
  const lines = page.locator('[data-testid="message"][data-kind="event"]')
  await expect(lines.first()).toContainText(
    'passed this to a person. The customer asked for one. A reply is expected by',
  )
  await expect(lines.last()).toContainText('Assigned to you')
  const note = page.locator('[data-testid="message"][data-kind="note"]')
  await expect(note).toContainText('Vorrei parlare con una persona')
  await expect(page.locator('header').last()).toContainText(' · with ')
  await expect(rows(page).first().getByTestId('handler-chip')).toContainText('Needs a person')
  await page.getByRole('button', { name: /Resume AI/ }).click()
  await expect(lines.last()).toContainText('The assistant answers again')
  await sandbox(page, 'Quali sono gli orari?')
  await expect(said(page, 'ai')).toHaveCount(2)
  await expect(lines.filter({ hasText: 'passed this to a person' })).toHaveCount(1)
})

test('INB-15 by keyboard alone: open, reply, note, snooze, close', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all`)
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('j')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('thread')).toBeVisible()
  await page.keyboard.press('r')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type('On my way')
  await page.keyboard.press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(composer(page)).toBeFocused()
  await expect(composer(page)).toHaveAttribute('aria-label', 'Private note')
  await page.keyboard.type('A regular')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-testid="message"][data-kind="note"]')).toContainText('A regular')
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('toast').first()).toContainText('Snoozed')
  await page.keyboard.press('e')
  await expect(page.getByTestId('toast').filter({ hasText: 'closed' })).toBeVisible()
})

for (const dark of [false, true]) {
  test(`the inbox is accessible in ${dark ? 'dark' : 'light'}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    const { slug } = await registerBusiness(page.request, { template: 'dental' })
    const id = await sandbox(page, 'Hello, what does a check-up cost?')
    await open(page, `/app/${slug}/inbox/all/${id}`)
    await expect(said(page, 'ai')).toHaveCount(1)
    await expectAccessible(page)
  })
}
