// What the measurements in a browser share: Chromium, and a business of their own with somebody signed in.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { chromium } = createRequire(join(import.meta.dirname, '..', 'web', 'package.json'))('@playwright/test')

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
export const percentile = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))]

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'].find((path) => existsSync(path)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--enable-precise-memory-info'],
  })

/** Registers a business and answers a context of the browser in which its owner is signed in. */
export async function enter(browser, target) {
  const context = await browser.newContext({ baseURL: target, locale: 'en-GB', timezoneId: 'Europe/Rome', viewport: { width: 1440, height: 900 } })
  const answer = await context.request.post('/api/auth/register', {
    data: {
      businessName: 'Bench', email: `bench-${Date.now()}@example.test`, password: 'correct horse battery', timezone: 'Europe/Rome',
      country: 'IT', currency: 'EUR', locale: 'en', template: 'salon',
    },
  })
  if (answer.status() !== 201) throw new Error(`register answered ${answer.status()}: ${await answer.text()}`)
  const { tenant } = await answer.json()
  const cookie = (await context.cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  const headers = { 'X-XSRF-TOKEN': cookie?.value ?? '', 'X-Frontdesk-Business': tenant.slug }
  const get = async (path) => (await context.request.get(path, { headers })).json()
  const post = (path, data) => context.request.post(path, { headers, data })
  return { context, tenant, get, post }
}

/** A visitor of the business's chat: writes, and answers the status. */
export async function visitor(target, slug) {
  const send = (path, body, token) =>
    fetch(`${target}/api/public/${slug}/chat/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
  const { token } = await (await send('sessions', {})).json()
  return async (text) => (await send('messages', { text, clientId: crypto.randomUUID() }, token)).status
}

export const ready = (page) => page.locator('html[data-ready]').waitFor()

export function print(rows) {
  console.log('| What | Measured | Budget | |\n|---|---|---|---|')
  for (const { what, figure, budget, kept } of rows) console.log(`| ${what} | ${figure} | ${budget} | ${kept ? 'kept' : 'MISSED'} |`)
  if (rows.some(({ kept }) => !kept)) process.exitCode = 1
}
