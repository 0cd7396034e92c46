import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible, open, openBusiness } from './business'

/** Every screen, in every look: accessible in both themes and languages, and nothing cut off in longer ones. */

const screens = [
  'home',
  'inbox/all',
  'calendar?view=day',
  'calendar?view=week',
  'calendar?view=agenda',
  'contacts',
  'try',
  'settings/business',
  'settings/hours',
  'settings/services',
  'settings/services?edit=new',
  'settings/providers',
  'settings/providers?edit=new',
  'settings/channels',
  'setup/business',
  'setup/hours',
  'setup/services',
  'setup/go-live',
]
const mine = ['profile', 'security', 'appearance', 'shortcuts'].map((section) => `/app/me/${section}`)
const outside = ['/login', '/signup', '/forgot']

let slug = ''
let state: Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>

test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  ;({ slug } = await openBusiness(page, 'home', { template: 'salon', name: 'Studio Aurora' }))
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  await page.request.post('/api/sandbox/messages', {
    headers: { 'X-XSRF-TOKEN': xsrf, 'X-Frontdesk-Business': slug },
    data: { text: 'Vorrei parlare con una persona, per favore', clientId: 'look-1' },
  })
  state = await page.context().storageState()
  await page.close()
})

async function pageIn(browser: Browser, locale: string, theme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ storageState: state, reducedMotion: 'reduce' })
  await context.addInitScript(
    ([chosen, look]) => {
      localStorage.setItem('fd-locale', chosen as string)
      localStorage.setItem('fd-theme', look as string)
    },
    [locale, theme],
  )
  return context.newPage()
}

const address = (screen: string) => (screen.startsWith('/') ? screen : `/app/${slug}/${screen}`)

async function show(page: Page, screen: string) {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page, address(screen))
  // what is still loading is no look
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

// each theme and language is seen, and each width, without seeing all of them together
const looks = [
  { locale: 'en', theme: 'light', widths: [320, 1280] },
  { locale: 'it', theme: 'dark', widths: [768] },
] as const

for (const screen of [...screens, ...mine, ...outside]) {
  test(`${screen} is accessible in both themes, both languages and at every width`, async ({ browser }) => {
    test.setTimeout(60_000)
    for (const { locale, theme, widths } of looks) {
      const page = await pageIn(browser, locale, theme)
      await show(page, screen)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        await test.step(`${locale} ${theme} ${width}`, () => expectAccessible(page))
      }
      await page.context().close()
    }
  })

  test(`${screen} has room for longer words and for right to left`, async ({ browser }) => {
    test.setTimeout(60_000)
    for (const locale of ['en-XA', 'ar-XB']) {
      const page = await pageIn(browser, locale, 'light')
      await show(page, screen)
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect.soft(await cutOff(page), `${locale} at ${width}`).toEqual([])
      }
      await page.context().close()
    }
  })
}

/** Text that is cut, or stands outside the window. What ends in an ellipsis, or can be scrolled to, is not. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`)
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
        scrolls(element.parentElement))
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      const hidden =
        box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.clipPath === 'inset(50%)'
      if (!words || hidden) continue
      const name = `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40)}”`
      const ellipsis = style.textOverflow === 'ellipsis' || element.closest('.truncate, [class*=line-clamp]')
      if (
        style.overflowX !== 'visible' &&
        !ellipsis &&
        !scrolls(element) &&
        element.scrollWidth > element.clientWidth + 1
      ) {
        found.push(`${name} is cut`)
      }
      // what its own box cannot hold runs over its neighbours
      if (
        style.overflowX === 'visible' &&
        !ellipsis &&
        style.display !== 'inline' &&
        element.scrollWidth > element.clientWidth + 1
      ) {
        found.push(`${name} runs out of its box`)
      }
      if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(element.parentElement)) {
        found.push(`${name} is outside the window`)
      }
    }
    return found
  })
}
