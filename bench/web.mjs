// The speed of the screens on a large business, in Chromium with a processor four times slower, beside their budgets.
//   node bench/web.mjs TARGET DATABASE_URL
import { enter, openBrowser, percentile, print, ready, sleep } from './browser.mjs'
import { fill } from './large.mjs'

const [target, databaseUrl] = process.argv.slice(2)
const browser = await openBrowser()
const { context, tenant, get } = await enter(browser, target)
const channel = (await get('/api/channels')).items.find(({ type }) => type === 'webchat')
const service = (await get('/api/services')).items[0]
const { long, short } = await fill(databaseUrl, tenant.id, channel.id, service.id)

const rows = []
const row = (what, figure, limit, unit = 'ms') =>
  rows.push({ what, figure: `${unit ? Math.round(figure) : figure.toFixed(3)} ${unit}`, budget: `≤ ${limit} ${unit}`, kept: figure <= limit })

await context.addInitScript(() => {
  const seen = (window.seen = { lcp: 0, cls: 0, keys: [], tasks: [] })
  const watch = (type, take, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime))
  watch('layout-shift', ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value))
  watch('longtask', ({ duration }) => seen.tasks.push(duration))
  watch('event', ({ name, duration }) => name === 'keydown' && seen.keys.push(duration), { durationThreshold: 16 })
  /** From a click to the frame in which something is there. */
  window.clickUntil = (click, there) =>
    new Promise((resolve) => {
      const began = performance.now()
      document.querySelector(click).click()
      const look = () => (document.querySelector(there) ? resolve(performance.now() - began) : requestAnimationFrame(look))
      requestAnimationFrame(look)
    })
})

async function slowPage(from = context) {
  const page = await from.newPage()
  const inspector = await from.newCDPSession(page)
  await inspector.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}
const at = (path) => `/app/${tenant.slug}/${path}`
const seen = (page) => page.evaluate(() => window.seen)

const screens = [['Home', 'home'], ['Inbox', 'inbox/all'], ['Calendar, week', 'calendar?view=week'], ['Contacts', 'contacts']]

// the server has answered these before, as one that runs all day has
const before = await context.newPage()
for (let n = 0; n < 5; n++) {
  for (const [, path] of screens) {
    await before.goto(at(path))
    await ready(before)
  }
}
await before.close()

// each start with an empty cache, then with a full one
for (const [name, path] of screens) {
  const fresh = await browser.newContext({ storageState: await context.storageState(), baseURL: target, viewport: { width: 1440, height: 900 } })
  await fresh.addInitScript(() => {
    window.seen = { lcp: 0, cls: 0 }
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => (window.seen.lcp = startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => (window.seen.cls += hadRecentInput ? 0 : value))).observe({ type: 'layout-shift', buffered: true })
  })
  const page = await slowPage(fresh)
  for (const [when, limit] of [['cold', 2500], ['warm', 1200]]) {
    await page.goto(at(path))
    await ready(page)
    await sleep(2500)
    const { lcp, cls } = await seen(page)
    row(`${name}: largest paint, ${when}`, lcp, limit)
    if (when === 'cold') row(`${name}: layout shift`, cls, 0.05, '')
  }
  await fresh.close()
}

const page = await slowPage()
await page.goto(at('inbox/all'))
await ready(page)
await page.locator(`[data-testid=conv-row][data-id="${short[0]}"]`).waitFor()
await sleep(2000)
/** Until the first message of the conversation that was not shown before; those that are asked for, without the time they were on their way. */
const openOne = async (id, asked = true) => {
  await page.evaluate(() => document.querySelectorAll('[data-testid=message]').forEach((each) => each.setAttribute('data-before', '')))
  await page.evaluate(() => performance.clearResourceTimings())
  const took = await page.evaluate(
    (id) => window.clickUntil(`[data-testid=conv-row][data-id="${id}"] a, [data-testid=conv-row][data-id="${id}"]`, '[data-testid=message]:not([data-before])'), id)
  const network = await page.evaluate(
    (id) => performance.getEntriesByType('resource').find(({ name }) => name.includes(`${id}/messages`))?.duration ?? 0, id)
  await sleep(1200)
  return asked ? took - network : took
}
const uncached = []
for (const id of short.slice(0, 6)) uncached.push(await openOne(id))
row('Open a conversation not seen before, median', percentile(uncached, 0.5), 300)
const cached = []
for (const id of short.slice(0, 5)) cached.push(await openOne(id, false))
row('Open a cached conversation, median', percentile(cached, 0.5), 100)
row('Open the one of 5,000 messages', await openOne(long), 300)

/** How long keys take to show in the box that has the focus, the 95th percentile. */
const keyToPaint = async (page) => {
  await page.evaluate(() => (window.seen.keys.length = 0))
  await page.keyboard.type('A quick reply to somebody who waits', { delay: 60 })
  await sleep(500)
  const { keys } = await seen(page)
  return keys.length ? percentile(keys, 0.95) : 16
}
await page.getByTestId('composer').getByRole('textbox').focus()
row('Key to paint in the composer, 95th percentile', await keyToPaint(page), 50)
const bare = await slowPage()
await bare.goto(at('home'))
await ready(bare)
await bare.evaluate(() => document.body.replaceChildren(Object.assign(document.createElement('textarea'), { autofocus: true })))
await bare.locator('textarea').focus()
row('… in a page with nothing else, to compare', await keyToPaint(bare), 50)
await bare.close()

await page.goto(at('contacts'))
await ready(page)
await page.getByTestId('contact-row').first().waitFor()
for (let n = 0; n < 40; n++) {
  await page.evaluate(() => [...document.querySelectorAll('[data-testid=contact-row]')].at(-1).scrollIntoView())
  await sleep(150)
}
row('Rows of contacts in the document after much scrolling', await page.getByTestId('contact-row').count(), 80, 'rows')

await page.goto(at('calendar?view=week'))
await ready(page)
const block = page.getByTestId('booking-block').first()
await block.waitFor()
await sleep(2000)
await page.evaluate(() => (window.seen.tasks.length = 0))
const box = await block.boundingBox()
await page.mouse.move(box.x + box.width / 2, box.y + 8)
await page.mouse.down()
for (let n = 0; n < 40; n++) await page.mouse.move(box.x + box.width / 2 + n * 4, box.y + 8 + n * 3)
await page.keyboard.press('Escape')
await page.mouse.up()
row('Longest task while dragging in a week of 400', Math.max(0, ...(await seen(page)).tasks), 200)
await browser.close()
print(rows)
