import { expect, test, type Page } from '@playwright/test'
import { asMember, book, freeTimes } from './booking'
import { expectAccessible, live, open, registerBusiness } from './business'
import { composer, customer, messages, rows, said, sandbox, writerOf } from './inbox'

// What stands beside the thread (ui.md S3, panel): bookings, other conversations, files.

const panel = (page: Page) => page.getByRole('complementary', { name: 'About this customer' })
const block = (page: Page, name: string) =>
  panel(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

async function bookFor(page: Page, slug: string, conversation: string): Promise<string> {
  const services = (await (await page.request.get(`/api/public/${slug}/services`)).json()) as {
    items: { id: string }[]
  }
  const service = services.items[0]!.id
  const [slot] = await freeTimes(page, slug, service, 1, 8)
  const id = await book(page, slug, service, slot!, 'Ana Bell', await writerOf(page, conversation))
  expect(id).toBeTruthy()
  return slot!.start
}

test('a press puts the time of an appointment into the reply, in the customer’s language, and sends nothing', async ({
  page,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Buongiorno, quando siete aperti?')
  const start = await bookFor(page, slug, id)
  const language = await page.request.patch(`/api/contacts/${await writerOf(page, id)}`, {
    headers: await asMember(page, slug),
    data: { language: 'it' },
  })
  expect(language.ok()).toBe(true)
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await composer(page).fill('A presto,')
  await page.getByRole('tab', { name: 'Note' }).click()

  await block(page, 'Next appointment')
    .getByRole('button', { name: /^Put .+ into the reply$/ })
    .click()
  const when = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('it', { timeZone: 'Europe/Rome', ...options }).format(new Date(start))
  const day = when({ weekday: 'long', day: 'numeric', month: 'long' })
  const time = when({ hour: '2-digit', minute: '2-digit' })
  await expect(page.getByRole('tab', { name: 'Reply' })).toHaveAttribute('aria-selected', 'true')
  await expect(composer(page)).toHaveValue(`A presto, ${day}, ${time}`)
  await expect(composer(page)).toBeFocused()
  await expect(messages(page, 'member')).toHaveCount(0)
  await expectAccessible(page)

  await block(page, 'Next appointment').getByRole('link').click()
  await expect(page).toHaveURL(/\/calendar\?.*booking=/)
})

test('how often a customer did not come stands beside their appointments', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await bookFor(page, slug, id)
  // a day that has passed cannot be booked
  await page.route(/\/api\/appointments\?contact=/, async (route) => {
    const answer = await route.fetch()
    const { items } = (await answer.json()) as { items: { id: string; status: string }[] }
    const missed = ['a', 'b'].map((each) => ({ ...items[0], id: each, status: 'no-show' }))
    await route.fulfill({ response: answer, json: { items: [...items, ...missed], next: null } })
  })
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await expect(panel(page).getByTestId('no-shows')).toHaveText('2 no-shows')
})

test('what a customer wrote on another channel is one click away', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Do you do whitening?')
  const write = await customer(page.request, slug)
  await write('Is it you on the phone, too?')
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await expect(rows(page)).toHaveCount(2)
  const listed = await rows(page).evaluateAll((all) => all.map((each) => each.dataset.id!))
  const other = listed.find((each) => each !== id)!
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await expect(said(page, 'contact')).toHaveText(/whitening/)
  await expect(block(page, 'Other conversations')).toHaveCount(0)
  const merged = await page.request.post(`/api/contacts/${await writerOf(page, id)}/merges`, {
    headers: await asMember(page, slug),
    data: { otherId: await writerOf(page, other) },
  })
  expect(merged.ok(), await merged.text()).toBe(true)
  await page.reload()
  await block(page, 'Other conversations').getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/inbox/all/${other}$`))
  await expect(said(page, 'contact').first()).toHaveText(/on the phone/)
  await expect(block(page, 'Other conversations').getByRole('link')).toHaveCount(1)
})

test('files stand in the panel once they are sent, newest first', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Can I have the form?')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await expect(block(page, 'Files')).toHaveCount(0)
  const sent = block(page, 'Files').getByRole('link', { name: /Team/ })
  for (const name of ['first.pdf', 'second.pdf']) {
    await page
      .getByTestId('attach-input')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a form') })
    await expect(page.getByTestId('chosen-file')).toHaveAttribute('data-state', 'ready')
    await composer(page).press('Control+Enter')
    await expect(sent.first()).toContainText(name)
  }
  await expect(sent).toHaveCount(2)
  const file = await page.request.get((await sent.first().getAttribute('href'))!)
  expect(file.status()).toBe(200)
})

test('] folds the panel where there is room for it, and it stays as it was left', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(block(page, 'Next appointment')).toBeVisible()
  await page.keyboard.press(']')
  await expect(panel(page)).toHaveCount(0)
  await page.reload()
  const button = page.getByRole('button', { name: 'About this customer' }).filter({ visible: true })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(panel(page)).toHaveCount(0)
  await button.click()
  await expect(block(page, 'Next appointment')).toBeVisible()

  await page.setViewportSize({ width: 1000, height: 800 })
  await page.keyboard.press(']')
  await expect(page.getByRole('dialog', { name: 'About this customer' })).toBeVisible()
})

test('labels stand under the name in the thread, are taken off there and put on', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const headers = await asMember(page, slug)
  const labels: string[] = []
  for (const [color, name] of ['VIP', 'Refund'].entries()) {
    const made = await page.request.post('/api/labels', { headers, data: { name, color: color + 1 } })
    labels.push(((await made.json()) as { id: string }).id)
  }
  await page.request.put(`/api/conversations/${id}/labels`, { headers, data: { labelIds: labels.slice(0, 1) } })
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const own = page.getByTestId('header-labels')
  await expect(own.getByTestId('label')).toHaveText(['VIP'])
  await own.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Refund' }).click()
  await page.keyboard.press('Escape')
  await expect(own.getByTestId('label')).toHaveText(['Refund', 'VIP'])
  await expectAccessible(page)
  for (const name of ['VIP', 'Refund']) await own.getByRole('button', { name: `Take off ${name}` }).click()
  await expect(own).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(own.getByTestId('label')).toHaveText(['Refund'])
})
