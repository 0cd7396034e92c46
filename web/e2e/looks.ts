import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// How a screen is looked at: in which dress, with axe, and for words that have no room.

export const locales = ['en', 'it'] as const
export const themes = ['light', 'dark'] as const
export const widths = [320, 768, 1280] as const

export interface Look {
  locale: string
  theme: (typeof themes)[number]
  width: number
}

/** Changes what is shown in place, as another tab, the system and the window would: no reload, so it costs little. */
export async function dress(page: Page, { locale, theme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.setViewportSize({ width, height: 800 })
  await page.evaluate(
    async ({ locale, theme, width }) => {
      const root = document.documentElement
      if (root.lang !== locale) {
        localStorage.setItem('fd-locale', locale)
        dispatchEvent(new StorageEvent('storage', { key: 'fd-locale', newValue: locale }))
      }
      const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      // words are fetched; media queries and layout follow a resize a frame or two later
      while (root.lang !== locale || root.dataset.theme !== theme || innerWidth !== width) await drawn()
      await drawn()
    },
    { locale, theme, width },
  )
  await settled(page)
}

/** What is still loading is no look. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

// by hand and not by AxeBuilder, which opens a page of its own each time and describes everything that is right too
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = typeof import('axe-core')

/** What is serious or critical by the rules of WCAG 2.2 AA. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
}

/** Text that is cut, runs out of its box, or stands outside the window. What ends in dots, or can be scrolled to, does not. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const root = document.documentElement
    const sideways = root.scrollWidth - root.clientWidth
    if (sideways > 0) found.add(`the page scrolls sideways by ${sideways}`)

    /** For screen readers only, by itself or with all that is around it. */
    const unseen = (element: Element | null): boolean => {
      if (!element) return false
      const { clip, clipPath } = getComputedStyle(element)
      return clipPath === 'inset(50%)' || clip === 'rect(0px, 0px, 0px, 0px)' || unseen(element.parentElement)
    }

    const problem = (element: Element, text: DOMRect): string | undefined => {
      if (unseen(element)) return undefined
      const block = element.closest(':not(span, bdi, b, strong, em, a, time)') ?? element
      for (let box: Element | null = element; box; box = box.parentElement) {
        const style = getComputedStyle(box)
        const { left, right, width } = box.getBoundingClientRect()
        if (width === 0 || style.visibility === 'hidden') return undefined
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
