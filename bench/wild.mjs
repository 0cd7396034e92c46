// Clicks and types at random while the network is cut at random, and counts what went wrong.
//   node bench/wild.mjs TARGET [MINUTES] [SEED]      10 minutes unless said; the same seed makes the same choices
import { enter, openBrowser, print, ready, sleep, visitor } from './browser.mjs'

const [target, minutes = '10', given] = process.argv.slice(2)
const seed = Number(given ?? Math.floor(Math.random() * 2 ** 31))
console.log(`seed ${seed}`)
let state = seed >>> 0
/** mulberry32 */
function random() {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const trace = (what) => process.env.TRACE && console.error(`${steps} ${what}`)
const pick = (list) => list[Math.floor(random() * list.length)]

const browser = await openBrowser()
const { context, tenant, get } = await enter(browser, target)
const page = await context.newPage()
const wrong = { white: [], thrown: [], untold: [] }
page.on('pageerror', (error) => wrong.thrown.push(String(error.stack ?? error).slice(0, 400)))
page.on('dialog', (dialog) => void dialog.accept())
page.on('response', (response) => {
  if (response.status() >= 500) wrong.untold.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`)
})

for (let n = 0; n < 12; n++) await (await visitor(target, tenant.slug))(n % 3 ? `How much is a haircut? (${n})` : 'I want to talk to a person')
await sleep(1500)
const conversations = (await get('/api/conversations?view=all')).items

const places = ['home', 'inbox/all', 'inbox/attention', 'calendar', 'contacts', 'try', 'settings/services', 'settings/hours', 'settings/labels']
const keys = ['j', 'k', 'Enter', 'Escape', 'n', '?', 'g i', 'g c', 'g h', 'x', 'Control+k', 'ArrowDown', 'Tab', '/', 'r']
// what would end the run, or leave the business
const never = /sign out|esci|leave|delete|archive|deactivate|block|discard|download|add a business|italiano|go offline/i
const typed = [] // { word, conversation, sent }
let offlineUntil = 0
let steps = 0

const moves = {
  async click() {
    const found = await page.locator('button:visible:enabled, a[href^="/app"]:visible, [role=menuitem]:visible, [role=tab]:visible').all()
    if (found.length === 0) return
    const one = pick(found)
    const name = ((await one.getAttribute('aria-label', { timeout: 500 })) ?? (await one.innerText({ timeout: 500 }))).trim()
    if (never.test(name)) return
    await one.click({ timeout: 700 })
    trace(`clicked ${name.slice(0, 30)}`)
  },
  async key() {
    for (const key of pick(keys).split(' ')) await page.keyboard.press(key)
  },
  async type() {
    const fields = await page.locator('input:not([type=file]):not([type=checkbox]):not([type=radio]):visible:enabled').all()
    if (fields.length === 0) return
    await pick(fields).pressSequentially(pick(['ciao', 'Ä ö 你好', '12', 'مرحبا']), { timeout: 700 })
  },
  async write() {
    await page.keyboard.press('Escape')
    const conversation = pick(conversations).id
    await go(`inbox/all/${conversation}`)
    const box = page.getByTestId('composer').getByRole('textbox')
    if (!(await box.isVisible({ timeout: 1000 }))) return
    const word = `word${typed.length}x${Math.floor(random() * 1e6)}`
    await box.focus({ timeout: 1000 })
    await page.keyboard.press('Control+End')
    await page.keyboard.type(` ${word}`, { delay: 5 })
    if (!(await box.inputValue()).includes(word)) return
    const entry = { word, conversation, asked: random() < 0.6, offline: offlineUntil > 0, move: steps }
    typed.push(entry)
    trace(`wrote ${JSON.stringify(entry)}`)
    if (entry.asked) await page.keyboard.press('Control+Enter')
    if (random() < 0.3) await page.keyboard.press('Control+Enter')
  },
  async go() {
    await go(pick(places))
  },
  async back() {
    await page.goBack({ timeout: 2000 })
  },
  async cut() {
    offlineUntil = Date.now() + 500 + random() * 7000
    await context.setOffline(true)
  },
}

/** Within the page while the network is cut: a reload offline shows the browser's page, not ours. */
async function go(path) {
  const address = `/app/${tenant.slug}/${path}`
  if (Date.now() > offlineUntil && random() < 0.2) {
    await page.goto(address, { timeout: 15_000 })
    return ready(page)
  }
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await sleep(150)
}

const chances = [...Array(8).fill('click'), ...Array(4).fill('key'), ...Array(3).fill('type'), ...Array(4).fill('write'), 'go', 'go', 'back', 'cut']
await page.goto(`/app/${tenant.slug}/inbox/all`)
await ready(page)
const end = Date.now() + Number(minutes) * 60_000
while (Date.now() < end) {
  if (offlineUntil && Date.now() > offlineUntil) {
    await context.setOffline(false)
    offlineUntil = 0
  }
  const move = pick(chances)
  // what is covered or gone cannot be clicked: the next move, then
  await moves[move]().catch(() => undefined)
  steps++
  if (!page.url().includes('/app')) await page.goto(`/app/${tenant.slug}/inbox/all`).catch(() => undefined)
  let words = ''
  for (let patience = 0; patience < 50 && words.length < 10; patience++) {
    words = await page.evaluate(() => document.getElementById('root')?.innerText ?? '').catch(() => '')
    if (words.length < 10) await sleep(100)
  }
  if (words.length < 10 && !offlineUntil) wrong.white.push(`${page.url()} after ${move}`)
  if (words.length < 10) await page.goto(`/app/${tenant.slug}/inbox/all`).catch(() => undefined)
  await sleep(60)
}
await context.setOffline(false)
await page.goto(`/app/${tenant.slug}/inbox/all`)
await ready(page)
await sleep(15_000)

const lost = []
const twice = []
for (const { id } of conversations) {
  const mine = typed.filter(({ conversation }) => conversation === id)
  if (mine.length === 0) continue
  const said = (await get(`/api/conversations/${id}/messages?limit=200`)).items.map(({ text }) => text ?? '')
  await page.goto(`/app/${tenant.slug}/inbox/all/${id}`)
  await ready(page)
  const box = page.getByTestId('composer').getByRole('textbox')
  await box.waitFor({ timeout: 10_000 }).catch(() => undefined)
  await sleep(500)
  const draft = await box.inputValue().catch(() => '')
  // what did not arrive stands there with a way to try again
  const shown = await page.getByTestId('thread').innerText()
  const drafts = JSON.stringify(await get(`/api/conversations/${id}/drafts`).catch(() => ''))
  for (const { word, asked, offline, move } of mine) {
    const times = said.filter((text) => text.includes(word)).length
    if (times > 1) twice.push(word)
    if (times === 0 && !shown.includes(word) && !draft.includes(word) && !drafts.includes(word)) lost.push(`${word} in ${id}, move ${move}${asked ? ', sent' : ''}${offline ? ', offline' : ''}`)
  }
}
await browser.close()

const count = (list) => ({ figure: list.length, budget: '0', kept: list.length === 0 })
for (const [what, list] of Object.entries({ ...wrong, lost, twice })) for (const each of new Set(list)) console.log(`${what}: ${each}`)
console.log(`${minutes} minutes, seed ${seed}: ${steps} moves, ${typed.length} words written, ${typed.filter(({ asked }) => asked).length} to be sent`)
print([
  { what: 'White screens', ...count(wrong.white) },
  { what: 'Errors that nothing caught', ...count(wrong.thrown) },
  { what: 'Answers of 500 and more', ...count(wrong.untold) },
  { what: 'Words lost', ...count(lost) },
  { what: 'Words sent twice', ...count(twice) },
])
