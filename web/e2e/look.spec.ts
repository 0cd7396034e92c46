import { expect, test, type Page } from '@playwright/test'
import { open } from './business'
import { barriers, cutOff, dress, locales, settled, themes, widths, type Look } from './looks'
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

for (const screen of screens) {
  test(`${screen.name} is accessible and has room for its words in every look`, async () => {
    test.setTimeout(120_000)
    await open(page, address(screen))
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
  })
}
