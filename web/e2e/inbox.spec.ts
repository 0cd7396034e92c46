import { expect, test, type Page } from '@playwright/test'
import { colleague, expectAccessible, live, open, password, registerBusiness } from './business'
import { composer, customer, rows, said, sandbox, xsrf } from './inbox'

// The inbox, by the names of ui.md S3. Customers write through the widget's door or as "Try it as a customer".

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

test('INB-6 colleagues see who is here and who writes; of two answers the second is looked at first', async ({
  page,
}) => {
  const business = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${business.slug}/inbox/all/${id}`)
  await live(page)
  const giulia = await colleague(page, business, 'operator', 'Giulia Conti')
  await open(giulia, `/app/${business.slug}/inbox/all/${id}`)
  await live(giulia)
  await expect(page.getByTestId('viewers')).toContainText('Giulia Conti is here')

  await composer(page).fill('We are')
  await composer(giulia).pressSequentially('I am on it')
  await expect(page.getByTestId('viewers')).toContainText('Giulia Conti is typing', { timeout: 1000 })
  await expect(page.getByTestId('row-others')).toContainText('Giulia Conti is typing', { timeout: 1000 })

  await composer(giulia).press('Control+Enter')
  await expect(said(giulia, 'member')).toHaveCount(1)
  await expect(page.getByTestId('crossing')).toContainText('Giulia Conti replied')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(1)
  await page.getByTestId('crossing').getByRole('button', { name: 'Review' }).click()
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(2)
  await giulia.context().close()
})

test('INB-6 whoever has not heard of the other answer is told by the server, and keeps the text', async ({ page }) => {
  const business = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const giulia = await colleague(page, business, 'operator', 'Giulia Conti')
  // no stream, neither shared nor the page's own: what Giulia sends is not heard of
  await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
  await page.route('**/api/events**', (route) => route.abort())
  await open(page, `/app/${business.slug}/inbox/all/${id}`)
  await composer(page).fill('We are open')
  await open(giulia, `/app/${business.slug}/inbox/all/${id}`)
  await composer(giulia).fill('I am on it')
  await composer(giulia).press('Control+Enter')
  await expect(said(giulia, 'member')).toHaveAttribute('data-status', 'sent')

  await composer(page).press('Control+Enter')
  await expect(page.getByTestId('toast')).toContainText('Somebody has answered')
  await expect(composer(page)).toHaveValue('We are open')
  await expect(said(giulia, 'member')).toHaveCount(1)
  await giulia.context().close()
})

test('what happens between the first reading and the stream is heard of too', async ({ page, playwright, baseURL }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  // a stream of the page's own, which is held up
  await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/events**', (route) => held.then(() => route.continue()))
  await open(page, `/app/${slug}/inbox/all`)
  await expect(page.getByText('Every conversation comes here')).toBeVisible()

  await (
    await customer(visitors, slug)
  )('Hello')
  await expect.poll(async () => (await page.request.get('/api/conversations')).text()).toContain('"author":"ai"')
  await expect(rows(page)).toHaveCount(0)
  letGo()

  await live(page)
  await expect(rows(page)).toHaveCount(1)
  await visitors.dispose()
})

test('INB-9 what was closed comes back to its place, what was assigned and labelled is taken back', async ({
  page,
  playwright,
  baseURL,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  for (const text of ['First', 'Second', 'Third']) await (await customer(visitors, slug))(text)
  const headers = await xsrf(page)
  const made = await page.request.post('/api/labels', { headers, data: { name: 'VIP', color: 2 } })
  expect(made.status()).toBe(201)
  await open(page, `/app/${slug}/inbox/ai`)
  await live(page)
  await expect(rows(page)).toHaveCount(3)
  const order = () => rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.id))
  await expect(rows(page).first().getByTestId('handler-chip')).toHaveText('AI')
  const before = await order()
  const row = page.locator(`[data-testid="conv-row"][data-id="${before[1]}"]`)
  await row.click()
  await expect(page.getByTestId('thread')).toBeVisible()

  await page.keyboard.press('e')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(3)
  expect(await order()).toEqual(before)

  await page.keyboard.press('l')
  await page.getByRole('menuitemcheckbox', { name: 'VIP' }).click()
  await expect(row.getByTestId('label')).toHaveText('VIP')
  await expect(page.getByTestId('toast').filter({ hasText: 'Label added' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(row.getByTestId('label')).toHaveCount(0)

  await page.keyboard.press('Shift+A')
  await expect(row).toContainText('You')
  await expect(page.getByTestId('toast').filter({ hasText: 'Assigned to' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row).not.toContainText('You')
  await visitors.dispose()
})

test('filters stand in the address, and reload and Back restore them', async ({ page, playwright, baseURL }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  await (
    await customer(visitors, slug)
  )('A question about parking')
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all`)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Channel' }).click()
  await page.getByRole('menuitem', { name: 'Try it' }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toHaveAttribute('data-id', id)
  await page.getByRole('button', { name: 'Unread' }).click()
  await expect(page).toHaveURL(/unread=true/)
  await page.reload()
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Unread' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Save this list' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Try-outs to read')
  await page.getByRole('button', { name: 'Save list' }).click()
  await expect(page.getByTestId('toast')).toContainText('Try-outs to read')
  await page.getByRole('searchbox').fill('parking')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: /^All/ }).click()
  await page.getByRole('menuitem', { name: 'Try-outs to read', exact: true }).click()
  await expect(page).toHaveURL(/unread=true/)
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Try-outs to read', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Try-outs to read', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await visitors.dispose()
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

test('what is begun in one conversation does not follow into another', async ({ page, playwright, baseURL }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  await (
    await customer(visitors, slug)
  )('Good evening')
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await said(page, 'contact').getByRole('button', { name: 'More about this message' }).click()
  await page.getByRole('menuitem', { name: 'Reply to this' }).click()
  await composer(page).fill('For the first one')
  await page.getByRole('tab', { name: 'Note' }).click()
  await composer(page).fill('About the first one')
  await page.locator(`[data-testid="conv-row"]:not([data-id="${id}"])`).click()
  await expect(said(page, 'contact')).toContainText('Good evening')
  await expect(page.getByRole('tab', { name: 'Reply' })).toHaveAttribute('aria-selected', 'true')
  await expect(composer(page)).toHaveValue('')
  await rows(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.locator(`[data-testid="conv-row"][data-id="${id}"]`).click()
  await expect(composer(page)).toHaveValue('For the first one')
  await expect(page.getByTestId('composer')).not.toContainText('Hello')
  await visitors.dispose()
})

test('INB-11 a draft is there on another device, until it is sent', async ({ page, browser, baseURL }) => {
  const { slug, email } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts') && answer.request().method() === 'PUT')
  await composer(page).fill('Begun at the desk')
  await kept
  const phone = await browser.newContext({ baseURL, locale: 'en-GB' })
  await phone.request.post('/api/auth/login', { data: { email, password } })
  const other = await phone.newPage()
  await open(other, `/app/${slug}/inbox/all`)
  await expect(rows(other).first()).toContainText('Draft: Begun at the desk')
  await rows(other).first().click()
  await expect(composer(other)).toHaveValue('Begun at the desk')
  await composer(other).press('Control+Enter')
  await expect(said(other, 'member')).toHaveAttribute('data-status', 'sent')
  await page.reload()
  await expect(said(page, 'member')).toHaveCount(1)
  await expect(composer(page)).toHaveValue('')
  await phone.close()
})

test('INB-14 a limited operator has no row, count, search hit or event of what is another’s', async ({ page }) => {
  const business = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'A question about parking')
  const giulia = await colleague(page, business, 'operator', 'Giulia Conti')
  const headers = await xsrf(page)
  const { items } = (await (await page.request.get('/api/members')).json()) as { items: { id: string; name: string }[] }
  const her = items.find(({ name }) => name === 'Giulia Conti')!.id
  const limited = await page.request.put(`/api/members/${her}/own-conversations`, { headers, data: { only: true } })
  expect(limited.status()).toBe(204)

  await open(giulia, `/app/${business.slug}/inbox/all`)
  await live(giulia)
  await expect(rows(giulia)).toHaveCount(1)
  const heard: string[] = []
  await giulia.exposeFunction('heard', (line: string) => heard.push(line))
  await giulia.evaluate((slug) => {
    const stream = new EventSource(`/api/events?business=${slug}`)
    const names = ['message.created', 'message.status', 'conversation.changed', 'presence', 'typing', 'notification']
    for (const name of names) {
      stream.addEventListener(name, (event) =>
        (window as unknown as { heard: (line: string) => void }).heard(name + (event as MessageEvent<string>).data),
      )
    }
  }, business.slug)
  const taken = await page.request.post(`/api/conversations/${id}/takeover`, { headers })
  expect(taken.status()).toBe(200)
  // what was nobody's goes away at once
  await expect(rows(giulia)).toHaveCount(0)
  heard.length = 0
  await page.request.post(`/api/conversations/${id}/notes`, { headers, data: { text: 'not for her' } })
  await sandbox(page, 'Is anybody there?')
  await giulia.waitForTimeout(500)
  expect(heard).toEqual([])
  await giulia.getByRole('searchbox').fill('parking')
  await expect(giulia.getByText('Nothing found')).toBeVisible()
  const counts = (await (await giulia.request.get('/api/conversations/counts')).json()) as { all: number }
  expect(counts.all).toBe(0)
  await open(giulia, `/app/${business.slug}/inbox/all/${id}`)
  await expect(giulia.getByTestId('thread')).toHaveCount(0)
  await giulia.context().close()
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
