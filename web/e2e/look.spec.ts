import { expect, test, type Page } from '@playwright/test'
import { open } from './business'
import { studio } from './calendar'
import { barriers, cutOff, dress, locales, settled, themes, widths, type Look } from './looks'
import { draftScreens, toTell } from './own-screens'
import { screens, signInToDemo, type Screen } from './screens'

/**
 * Every screen, in every look: accessible in both themes and languages, and nothing cut off in longer ones. Each screen is
 * opened once, as the demo's owner has it, and changes its look in place. FRONTDESK_LOOKS=all sees all looks together.
 */

const all: Look[] = locales.flatMap((locale) =>
  themes.flatMap((theme) => widths.map((width) => ({ locale, theme, width }))),
)
// each theme and language is seen, and each width, without seeing all of them together
const some: Look[] = [
  { locale: 'en', theme: 'light', width: 1280 },
  { locale: 'en', theme: 'light', width: 320 },
  { locale: 'it', theme: 'dark', width: 768 },
]
const looks = process.env.FRONTDESK_LOOKS === 'all' ? all : some
const longer: Look[] = ['en-XA', 'ar-XB'].flatMap((locale) =>
  widths.map((width) => ({ locale, theme: 'light' as const, width })),
)

let page: Page
let address: (screen: Screen) => string

test.describe.configure({ mode: 'parallel' })

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage({ reducedMotion: 'reduce', storageState: { cookies: [], origins: [] } })
  address = await signInToDemo(page)
})

test.afterAll(() => page.close())

/** What has just changed may still be fading: it is looked at again before it is called wrong, however long a look takes. */
async function nothing(see: () => Promise<string[]>, message: string) {
  let found = await see()
  for (let again = 0; found.length > 0 && again < 4; again++) {
    await page.waitForTimeout(500)
    found = await see()
  }
  expect.soft(found, message).toEqual([])
}

async function inEveryLook(page: Page, screen: Screen, path: string) {
  await open(page, path)
  await settled(page)
  for (const look of [...looks, ...longer].filter(({ width }) => screen.only?.(width) ?? true)) {
    const name = Object.values(look).join(' ')
    await test.step(name, async () => {
      await dress(page, look)
      await screen.over?.(page)
      if (looks.includes(look)) await nothing(() => barriers(page), name)
      await nothing(() => cutOff(page), name)
    })
  }
}

for (const screen of screens) {
  test(`${screen.name} is accessible and has room for its words in every look`, async () => {
    test.setTimeout(120_000)
    await inEveryLook(page, screen, address(screen))
  })
}

test('drafts of the assistant are accessible and have room for their words in every look', async ({ page }) => {
  test.setTimeout(300_000)
  const here = await studio(page)
  for (const screen of await draftScreens(page)) await inEveryLook(page, screen, `/app/${here.slug}/${screen.path}`)
})

test('telling customers of a change is accessible and has room for its words in every look', async ({ page }) => {
  test.setTimeout(120_000)
  const here = await studio(page)
  const screen = await toTell(page, here)
  await inEveryLook(page, screen, `/app/${here.slug}/${screen.path}`)
})
