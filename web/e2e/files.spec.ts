import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, live, open, registerBusiness } from './business'
import { composer, rows, sandbox } from './inbox'
import { connectWhatsApp, whatsApp } from './whatsapp'

// Files, quoted messages and transcripts (ui.md S3 and S19), from both ends.

const picture = {
  name: 'before.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mPgL8ujKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFAKlczC7nnp9UAAAAAElFTkSuQmCC',
    'base64',
  ),
}
const form = { name: 'form.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a form') }

const attach = (page: Page, file: typeof picture) => page.getByTestId('attach-input').setInputFiles(file)
const chosen = (page: Page) => page.getByTestId('chosen-file')
const messages = (page: Page, author: string, kind: string) =>
  page.locator(`[data-testid="message"][data-author="${author}"][data-kind="${kind}"]`)

test('a picture goes from the inbox to the widget, and a file comes back', async ({ page, browser, baseURL }) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  const visitor = await (await browser.newContext({ baseURL, locale: 'en-GB' })).newPage()
  await visitor.goto(`/sample/${slug}`)
  await visitor.locator('frontdesk-widget').getByRole('button', { name: /chat/i }).click()
  await visitor.getByRole('textbox', { name: 'Message' }).fill('Can you show me the colour?')
  await visitor.getByRole('textbox', { name: 'Message' }).press('Enter')

  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await rows(page).first().click()
  await attach(page, { ...picture, name: 'setup.exe', buffer: Buffer.from('MZ\0\0') })
  await expect(chosen(page)).toHaveAttribute('data-state', 'failed')
  await expect(chosen(page).getByRole('alert')).toContainText('This kind of file cannot be sent here')
  // to try the same again would end the same
  await expect(chosen(page).getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await composer(page).fill('This one')
  await attach(page, picture)
  await expect(chosen(page)).toHaveAttribute('data-state', 'ready')
  // away from the list, where boxes show under the mouse
  await composer(page).hover()
  await expectAccessible(page)
  await page.reload()
  await live(page)
  await expect(composer(page)).toHaveValue('This one')
  await attach(page, picture)
  await expect(chosen(page)).toHaveAttribute('data-state', 'ready')
  await composer(page).press('Control+Enter')

  await expect(chosen(page)).toHaveCount(0)
  await expect(messages(page, 'member', 'image')).toHaveAttribute('data-status', 'sent')
  await expect(messages(page, 'member', 'image').getByRole('img', { name: 'before.png' })).toBeVisible()
  const seen = visitor.locator('[data-testid=message][data-author=member]')
  await expect(seen).toContainText('This one')
  await expect
    .poll(() => seen.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)

  await visitor.locator('input[type=file]').setInputFiles(form)
  await expect(visitor.getByTestId('chosen')).toContainText('form.pdf')
  await expect(visitor.getByTestId('chosen')).not.toContainText('Uploading')
  await visitor.getByRole('button', { name: 'Send' }).click()
  const theirs = messages(page, 'contact', 'file')
  await expect(theirs.getByRole('link', { name: /form\.pdf/ })).toBeVisible()
  await expect(rows(page).first()).toContainText('A file')
  const saved = visitor.waitForEvent('download')
  await visitor.getByRole('button', { name: /form\.pdf/ }).click()
  expect(readFileSync(await (await saved).path())).toEqual(form.buffer)
  await visitor.context().close()
})

test('a file that is refused with its message stays in the box, and goes with the next try', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  const conversation = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${conversation}`)
  await live(page)
  await page.route('**/messages', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'https://frontdesk.example/channel-off', detail: 'The channel is off.' }),
        })
      : route.continue(),
  )
  await attach(page, form)
  await expect(chosen(page)).toHaveAttribute('data-state', 'ready')
  await composer(page).fill('The form')
  await composer(page).press('Control+Enter')
  await expect(page.getByTestId('toast')).toContainText('The channel is off.')
  await expect(composer(page)).toHaveValue('The form')
  await expect(chosen(page)).toHaveAttribute('data-state', 'ready')

  await page.unroute('**/messages')
  await composer(page).press('Control+Enter')
  await expect(messages(page, 'member', 'file')).toHaveAttribute('data-status', 'sent')
  await expect(messages(page, 'member', 'file')).toContainText('The form')
})

/** A pasted picture, as a browser gives it. */
async function paste(page: Page) {
  await composer(page).evaluate((box, bytes) => {
    const data = new DataTransfer()
    const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
    data.items.add(new File([content], 'image.png', { type: 'image/png' }))
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, picture.buffer.toString('base64'))
}

test('on WhatsApp a pasted picture arrives whole, quotes lead to what they answer, and a reply can quote', async ({
  page,
  baseURL,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  const { phoneNumberId } = await connectWhatsApp(page, baseURL!)
  const from = `39336${String(Date.now()).slice(-7)}`
  const write = (more: object) =>
    whatsApp(page, baseURL!, 'POST', 'whatsapp/messages', { phoneNumberId, from, name: 'Ana Rossi', ...more })
  const { id } = (await write({ text: 'The first of many' })) as { id: string }
  for (let n = 1; n <= 60; n++) await write({ text: `More ${n}` })
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await rows(page).filter({ hasText: 'Ana Rossi' }).click()
  await expect(page.getByText('More 60', { exact: true }).last()).toBeVisible()

  await composer(page).fill('Like this')
  await paste(page)
  await expect(chosen(page)).toHaveAttribute('data-state', 'ready')
  await composer(page).press('Control+Enter')
  await expect(messages(page, 'member', 'image')).toHaveAttribute('data-status', /sent|delivered|read/)
  const sent = async () =>
    ((await whatsApp(page, baseURL!, 'GET', 'ledger?kind=send')) as { items: { data: Sent }[] }).items
      .map(({ data }) => data)
      .filter(({ to }) => to === from)
  const [first] = await sent()
  expect(first?.message.image?.caption).toBe('Like this')
  const port = Number(new URL(baseURL!).port) + 2
  const received = await page.request.get(`http://127.0.0.1:${port}/control/whatsapp/media/${first?.message.image?.id}`)
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(digest(await received.body())).toBe(digest(picture.buffer))

  await write({ text: 'About that', context: { id } })
  const answer = messages(page, 'contact', 'text').filter({ hasText: 'About that' })
  await expect(answer.getByTestId('quote')).toContainText('The first of many')
  const original = messages(page, 'contact', 'text').filter({ hasText: /^Customer: The first of many/ })
  await expect(original).toHaveCount(0)
  await answer.getByTestId('quote').click()
  await expect(original).toBeInViewport()

  await original.getByRole('button', { name: 'More about this message' }).click()
  await page.getByRole('menuitem', { name: 'Reply to this' }).click()
  await expect(page.getByTestId('quoting')).toContainText('The first of many')
  await expect(composer(page)).toBeFocused()
  // a menu that is still on its way out takes the first Escape for itself
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('quoting')).toHaveCount(0)
  await original.getByRole('button', { name: 'More about this message' }).click()
  await page.getByRole('menuitem', { name: 'Reply to this' }).click()
  await composer(page).fill('To the very first')
  await composer(page).press('Control+Enter')
  const reply = messages(page, 'member', 'text').filter({ hasText: 'To the very first' })
  await expect(reply.getByTestId('quote')).toContainText('The first of many')
  await expect.poll(async () => (await sent()).at(-1)?.message.context?.message_id).toBe(id)
})

interface Sent {
  to?: string
  message: { image?: { id: string; caption?: string }; context?: { message_id: string } }
}

test('a conversation is saved as a text, by those who may', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  const conversation = await sandbox(page, 'Is there parking?')
  await open(page, `/app/${slug}/inbox/all/${conversation}`)
  await live(page)
  await page.getByRole('button', { name: 'More actions' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as text' }).click()
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('Is there parking?')
})

test('who tries it as a customer sends a file, or is told why it does not go', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  await open(page, `/app/${slug}/try`)
  await live(page)
  await page.getByRole('textbox', { name: 'Write a message' }).fill('This colour')
  await attach(page, picture)
  const sent = page.locator('[data-testid=message][data-author=contact]')
  await expect(sent.getByRole('img', { name: 'before.png' })).toBeVisible()
  await expect(sent).toContainText('This colour')
  await expectAccessible(page)
  await attach(page, { ...picture, name: 'setup.exe', buffer: Buffer.from('MZ\0\0') })
  await expect(page.getByTestId('toast')).toContainText('This kind of file cannot be sent here')

  await page.goto(`/app/${slug}/inbox/all`)
  await live(page)
  await rows(page).first().click()
  await expect(messages(page, 'contact', 'image').getByRole('img', { name: 'before.png' })).toBeVisible()
  await expect(messages(page, 'contact', 'image')).toHaveCount(1)
})
