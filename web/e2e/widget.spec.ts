import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'

// The widget on pages of other origins, as businesses embed it. Names are those of ui.md S19.

const HOSTILE = `
  <style>html { font-size: 32px } * { all: unset !important; font: 40px serif !important; display: inline !important }</style>
  <p id="text">A business's page</p>`

let pages: Server
let html = ''
let business = ''
let owner = {}

test.beforeAll(async ({ request }) => {
  pages = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>((ready) => pages.listen(0, '127.0.0.1', ready))
  const answer = await request.post('/api/auth/register', {
    data: {
      businessName: `Widget ${Date.now()}`,
      email: `widget-${Date.now()}@example.test`,
      password: 'correct horse battery',
      timezone: 'Europe/Rome',
      country: 'IT',
      currency: 'EUR',
      locale: 'en',
      template: 'salon',
    },
  })
  expect(answer.status()).toBe(201)
  const { tenant, accessToken } = await answer.json()
  business = tenant.slug
  owner = { Authorization: `Bearer ${accessToken}` }
})

test.afterAll(() => pages.close())

function origin() {
  return `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
}

async function visit(page: Page, server: string, body: string) {
  html = `<!doctype html><html lang="en"><body>${body}
    <script async src="${server}/widget.js" data-business="${business}"></script></body></html>`
  await page.goto(`${origin()}/`)
}

const launcher = (page: Page) => page.getByRole('button', { name: /chat/i })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' })

async function say(page: Page, text: string) {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

test('WID-2 a hostile page changes nothing in the widget, nor the widget in the page', async ({ page, baseURL }) => {
  const sizes = () =>
    page.locator('frontdesk-widget').evaluate((widget) =>
      ['#launcher', '.panel', '.panel h2', '.composer textarea', '.disclosure'].map((selector) => {
        const style = getComputedStyle(widget.shadowRoot!.querySelector(selector)!)
        return [selector, style.fontSize, style.width, style.height, style.display, style.padding].join(' ')
      }),
    )
  await visit(page, baseURL!, '<p id="text">A business’s page</p>')
  await launcher(page).click()
  await expect(composer(page)).toBeFocused()
  const calm = await sizes()

  await visit(page, baseURL!, HOSTILE)
  const before = await page.locator('#text').evaluate((text) => getComputedStyle(text).cssText)
  await launcher(page).click()
  await expect(composer(page)).toBeFocused()

  expect(await sizes()).toEqual(calm)
  expect(await page.locator('#text').evaluate((text) => getComputedStyle(text).cssText)).toBe(before)
})

test('WID-3 asks for the loader and its settings only, stores nothing and shifts nothing', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { shifted: entry })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await visit(page, baseURL!, '<h1>Title</h1>'.repeat(5))
  await expect(launcher(page)).toBeVisible()
  await page.waitForTimeout(300)

  expect(asked.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual([
    '/widget.js',
    `/api/public/${business}`,
  ])
  expect(await page.evaluate(() => 'shifted' in window)).toBe(false)
  expect(await page.evaluate(() => localStorage.length + document.cookie.length)).toBe(0)
})

test('WID-4 works by keyboard alone', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await expect(launcher(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(launcher(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(composer(page)).toBeHidden()
  await expect(launcher(page)).toBeFocused()
})

test('WID-5 the first line says that it is an AI', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  const first = page.getByRole('log').locator('> *').first()
  await expect(first).toHaveAttribute('data-testid', 'disclosure')
  await expect(first).toContainText('AI')
})

test('WID-8 a reload restores the talk', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await say(page, 'What are your opening hours?')
  const messages = page.getByTestId('message')
  await expect(messages.first()).toContainText('opening hours')
  await expect(messages.and(page.locator('[data-author=ai]'))).not.toHaveCount(0)

  await page.reload()
  await launcher(page).click()

  await expect(messages.first()).toContainText('opening hours')
  await expect(messages.and(page.locator('[data-author=ai]'))).not.toHaveCount(0)
})

test('WID-8 a page of another origin than those allowed gets no chat', async ({ page, baseURL, request }) => {
  const { items } = await (await request.get('/api/channels', { headers: owner })).json()
  const { id, name } = items.find((each: { type: string }) => each.type === 'webchat')
  const allow = (allowedOrigins: string[]) =>
    request.put(`/api/channels/${id}`, { headers: owner, data: { type: 'webchat', name, allowedOrigins } })
  try {
    expect((await allow(['https://elsewhere.example'])).ok()).toBe(true)
    await visit(page, baseURL!, '')
    await page.waitForTimeout(1000)
    await expect(launcher(page)).toHaveCount(0)
  } finally {
    await allow([origin()])
  }
  await visit(page, baseURL!, '')
  await expect(launcher(page)).toBeVisible()
})

test('WID-9 script text in a message stays text', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  const script = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
  await say(page, script)
  await expect(page.getByTestId('message').first()).toContainText(script)
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})

test('keeps what is written offline and sends it by itself', async ({ page, baseURL, context }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await expect(composer(page)).toBeFocused()
  await context.setOffline(true)
  await say(page, 'Are you there?')
  await expect(page.getByTestId('message')).toHaveAttribute('data-status', 'queued')
  await context.setOffline(false)
  await expect(page.getByTestId('message').first()).toHaveAttribute('data-status', 'sent')
})
