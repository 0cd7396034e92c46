import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { expectAccessible } from './business'

// The widget on pages of other origins, as businesses embed it. Names are those of ui.md S19.

const HOSTILE = `
  <style>html { font-size: 32px } * { all: unset !important; font: 40px serif !important; display: inline !important }</style>
  <p id="text">A business's page</p>`

let pages: Server
let html = ''
let business = ''
let tenantId = ''
let owner = {}

test.beforeAll(async ({ request }) => {
  pages = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>((ready) => pages.listen(0, '127.0.0.1', ready))
  const answer = await request.post('/api/auth/register', {
    data: {
      businessName: `Widget ${Date.now()}`,
      name: 'Giulia Conti',
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
  tenantId = tenant.id
  owner = { Authorization: `Bearer ${accessToken}` }
})

test.afterAll(() => pages.close())

function origin() {
  return `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
}

async function visit(page: Page, server: string, body: string) {
  html = `<!doctype html><html lang="en"><head><title>A site</title></head><body>${body}
    <script async src="${server}/widget.js" data-business="${business}"></script></body></html>`
  await page.goto(`${origin()}/`)
}

const launcher = (page: Page) => page.getByRole('button', { name: /chat/i })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' })

async function say(page: Page, text: string) {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

const said = (page: Page, author: string) => page.locator(`[data-testid=message][data-author=${author}]`)

/** How long this business's answers take to be written; the door for it stands on the port after the server's. */
async function pace(page: Page, server: string, ms: number) {
  const answer = await page.request.put(`http://127.0.0.1:${Number(new URL(server).port) + 1}/pace`, {
    data: `${tenantId} ${ms}`,
  })
  expect(answer.status()).toBe(204)
}

async function conversations(request: APIRequestContext) {
  const { items } = await (await request.get('/api/conversations', { headers: owner })).json()
  return items as { id: string; contact: { name: string; phone?: string } }[]
}

test('WID-1 the loader is served with at most 3 kB and all of it with less than 30 kB, gzipped', async ({
  request,
}) => {
  const size = async (path: string) => gzipSync(await (await request.get(path)).body(), { level: 9 }).length
  const loader = await size('/widget.js')
  expect(loader).toBeGreaterThan(500)
  expect(loader).toBeLessThanOrEqual(3_000)
  expect(loader + (await size('/widget/panel.js'))).toBeLessThan(30_000)
})

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

test('WID-6 a message is answered by stages, then its text with a link to where it is from', async ({
  page,
  baseURL,
}) => {
  await pace(page, baseURL!, 1500)
  try {
    await visit(page, baseURL!, '')
    await launcher(page).click()
    await say(page, 'What are your opening hours?')
    await expect(page.getByTestId('stage')).toHaveAttribute('data-stage', 'generating')
    await expect(page.getByRole('log')).toHaveAttribute('aria-busy', 'true')
    await expect(said(page, 'ai')).toHaveCount(0)

    await expect(said(page, 'ai')).toContainText(/\d:\d\d/)
    await expect(page.getByRole('log')).toHaveAttribute('aria-busy', 'false')
    const opened = page.waitForEvent('popup')
    await said(page, 'ai').locator('.sources').getByRole('link').first().click()
    const source = await opened
    expect(source.url()).toContain(`/sample/${business}#hours`)
    await expect(source.locator('#hours')).toBeVisible()
  } finally {
    await pace(page, baseURL!, 0)
  }
})

test('WID-7 a time is tapped, and the appointment shows as confirmed', async ({ page, baseURL, request }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await say(page, 'I would like to book a haircut next Thursday')
  const slots = page.getByTestId('slot-card').getByTestId('slot')
  await expect(slots.first()).toBeVisible()
  const start = await slots.nth(1).getAttribute('data-start')
  await slots.nth(1).click()
  await expect(page.getByTestId('slot-card')).toHaveCount(0)
  await expect(said(page, 'ai').last()).toContainText(/name/i)
  await say(page, 'Ada Rossi, +39 333 123 4567')
  await page.getByRole('button', { name: /^Yes/ }).click()

  const card = page.getByTestId('appointment-card')
  await expect(card).toHaveAttribute('data-status', 'confirmed')
  await expect(card).toContainText('Confirmed')
  const { items } = await (await request.get('/api/appointments', { headers: owner })).json()
  expect(items.map((each: { start: string; status: string }) => [each.start, each.status])).toEqual([
    [start, 'confirmed'],
  ])

  await page.reload()
  await launcher(page).click()
  await expect(card).toHaveAttribute('data-status', 'confirmed')
})

test('cards are in the language of the talk, whatever the page speaks', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await say(page, 'Vorrei prenotare un taglio per giovedì prossimo')
  const card = page.getByTestId('slot-card')
  await expect(card.getByTestId('slot').first()).toBeVisible()
  await expect(card.getByRole('heading').first()).toHaveText(/^giovedì \d+ [a-z]+$/)
  await expect(page.getByTestId('log')).toContainText('Fonti')
  await card.getByTestId('slot').nth(2).click()
  await expect(said(page, 'ai').last()).toContainText(/nome/i)
  await say(page, 'Ada Rossi, 333 123 4568')
  await page.getByRole('button', { name: /^Sì/ }).click()
  await expect(page.getByTestId('appointment-card')).toContainText(/Con .+Confermato/)

  await page.reload()
  await launcher(page).click()
  await expect(page.getByTestId('appointment-card')).toContainText('Confermato')
  await expect(composer(page)).toBeVisible()
})

test('the day comes before the month, as in what the assistant writes', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await say(page, 'I would like to book a haircut next Thursday')
  await expect(page.getByTestId('slot-card').getByRole('heading').first()).toHaveText(/^Thursday,? \d+ [A-Z][a-z]+$/)
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

test('who asks for a person is told when one answers; a rating after closing reaches the inbox', async ({
  page,
  baseURL,
  request,
}) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Talk to a person' }).click()
  const handoff = page.getByTestId('handoff-card')
  await expect(handoff).toContainText('A person takes over')
  await handoff.getByRole('button', { name: 'Leave your number' }).click()
  await page.getByLabel('Phone or e-mail').fill('ada@example.test')
  await page.getByRole('button', { name: 'Send', exact: true }).first().click()
  await expect(said(page, 'contact').last()).toContainText('ada@example.test')
  await expectAccessible(page)

  const [newest] = await conversations(request)
  const reply = await request.post(`/api/conversations/${newest!.id}/messages`, {
    headers: owner,
    data: { text: 'Hello, this is Giulia.' },
  })
  expect(reply.status()).toBeLessThan(300)
  await expect(said(page, 'member')).toContainText('Giulia')
  await expect(said(page, 'member').locator('small')).toContainText(/^Giulia · /)
  await expect(page.getByTestId('widget-panel').locator('header')).toContainText('A person answers you here')
  await expect(page.getByTestId('widget-panel').locator('header')).not.toContainText('assistant')
  await expect(handoff).toHaveCount(0)

  await request.post(`/api/conversations/${newest!.id}/close`, { headers: owner, data: {} })
  const rating = page.getByTestId('rating-card')
  await rating.getByRole('button', { name: '4 of 5' }).click()
  await rating.getByLabel(/better/).fill('A little faster')
  await rating.getByRole('button', { name: 'Send' }).click()
  await expect(rating.getByLabel(/better/)).toHaveCount(0)
  await expect(rating).toContainText('Thank you')
  await expectAccessible(page)
  const { customer } = await (await request.get(`/api/conversations/${newest!.id}/ratings`, { headers: owner })).json()
  expect(customer).toMatchObject({ score: 4, comment: 'A little faster' })

  // whoever writes again is in the middle of a talk, not at its end
  await say(page, 'One more thing')
  await expect(rating).toHaveCount(0)
})

test('whom the site signs is known by name, whom it does not sign rightly is not', async ({
  page,
  baseURL,
  request,
}) => {
  const { items } = await (await request.get('/api/channels', { headers: owner })).json()
  const { id } = items.find((each: { type: string }) => each.type === 'webchat')
  const made = await request.post(`/api/channels/${id}/identity-secret`, { headers: owner, data: {} })
  const { secret } = await made.json()
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const signed = (by: string) => {
    const claims = { sub: `c-${Date.now()}`, name: 'Grace Hopper', exp: Math.floor(Date.now() / 1000) + 600 }
    const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
    return `${body}.${createHmac('sha256', by).update(body).digest('base64url')}`
  }
  const arrive = async (identity: string) => {
    const asked: string[] = []
    page.on('request', (each) => asked.push(each.url()))
    await visit(page, baseURL!, '')
    await expect(launcher(page)).toBeVisible()
    await page.evaluate((token) => {
      const { Frontdesk } = window as unknown as { Frontdesk(command: string, who: object): void }
      Frontdesk('identify', { identity: token })
    }, identity)
    await page.waitForTimeout(300)
    // nothing is sent of anybody who writes nothing
    expect(asked.filter((url) => url.includes('/chat/'))).toEqual([])
    await launcher(page).click()
    await say(page, 'What are your opening hours?')
    await expect(said(page, 'ai')).not.toHaveCount(0)
    const [newest] = await conversations(request)
    await page.evaluate(() => localStorage.clear())
    return newest!.contact.name
  }

  expect(await arrive(signed('another secret'))).toBe('')
  expect(await arrive(signed(secret))).toBe('Grace Hopper')
})

test('speaks the other language when asked, and starts over without a trace', async ({ page, baseURL }) => {
  await visit(page, baseURL!, '')
  await launcher(page).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Italiano' }).click()
  await expect(page.getByRole('textbox', { name: 'Messaggio' })).toBeFocused()
  await expect(page.getByTestId('disclosure')).toContainText('Stai scrivendo')
  await page.getByRole('textbox', { name: 'Messaggio' }).fill('Quando siete aperti?')
  await page.keyboard.press('Enter')
  await expect(said(page, 'ai')).not.toHaveCount(0)
  await page.reload()
  await launcher(page).click()
  await expect(page.getByTestId('disclosure')).toContainText('Stai scrivendo')

  await page.getByRole('button', { name: 'Altro' }).click()
  await page.getByRole('button', { name: 'Attiva il suono' }).click()
  await expect(page.getByRole('button', { name: 'Disattiva il suono' })).toBeVisible()
  await page.getByRole('button', { name: 'Ricomincia' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ricomincia' }).click()
  await expect(page.getByTestId('message')).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})
