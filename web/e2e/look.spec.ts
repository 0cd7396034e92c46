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
  'settings/channels?edit=whatsapp',
  'settings/labels',
  'settings/team',
  'setup/business',
  'setup/hours',
  'setup/services',
  'setup/go-live',
]
const mine = ['profile', 'security', 'notifications', 'appearance', 'shortcuts'].map((section) => `/app/me/${section}`)
const outside = ['/login', '/signup', '/forgot']

let slug = ''
let state: Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>

test.describe.configure({ mode: 'parallel' })

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

/** Media queries and layout follow a resize a frame or two later. */
async function resize(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 })
  await page.waitForFunction((wanted) => innerWidth === wanted, width)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
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
        await resize(page, width)
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
        await resize(page, width)
        expect.soft(await cutOff(page), `${locale} at ${width}`).toEqual([])
      }
      await page.context().close()
    }
  })
}

/** Text that is cut, runs out of its box, or stands outside the window. What ends in dots, or can be scrolled to, does not. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const root = document.documentElement
    const sideways = root.scrollWidth - root.clientWidth
    if (sideways > 0) found.add(`the page scrolls sideways by ${sideways}`)

    const problem = (element: Element, text: DOMRect): string | undefined => {
      const block = element.closest(':not(span, bdi, b, strong, em, a, time)') ?? element
      for (let box: Element | null = element; box; box = box.parentElement) {
        const style = getComputedStyle(box)
        const { left, right, width } = box.getBoundingClientRect()
        // for screen readers only
        if (style.clipPath === 'inset(50%)' || width === 0 || style.visibility === 'hidden') return undefined
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return undefined
        if (/auto|scroll/.test(style.overflowX) && box.scrollWidth > box.clientWidth) return undefined
        const out = text.right > right + 1 || text.left < left - 1
        if (out && style.overflowX !== 'visible' && box !== document.body) return 'is cut'
        if (out && box === block && style.display !== 'inline') return 'runs out of its box'
      }
      return text.right > innerWidth + 1 || text.left < -1 ? 'is outside the window' : undefined
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('script, style, select, [aria-hidden=true] svg'))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        const wrong = rect.width > 1 && problem(element, rect)
        if (wrong) found.add(`${element.tagName.toLowerCase()} “${node.textContent.trim().slice(0, 40)}” ${wrong}`)
      }
    }
    return [...found]
  })
}
