import { test } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open } from './business'
import { dress, locales, settled, themes } from './looks'
import { screens, signInToDemo } from './screens'

/**
 * Pictures of every screen into docs/screens, on the demo's data, on an afternoon that is always the same: `npm run pictures`
 * in web/, or of those whose name fits a pattern: `FRONTDESK_PICTURES=settings npm run pictures`. No test: nothing is checked.
 */

const wanted = process.env.FRONTDESK_PICTURES
test.skip(!wanted, 'pictures are made on demand')

const folder = join(import.meta.dirname, '../../docs/screens')
const devices = [
  { device: 'desktop', width: 1280 },
  { device: 'phone', width: 390 },
] as const

test('every screen in both themes, both languages, on desktop and phone', async ({ page }) => {
  test.setTimeout(1_800_000)
  mkdirSync(folder, { recursive: true })
  const address = await signInToDemo(page)
  const camera = await page.context().newCDPSession(page)
  for (const screen of screens.filter(({ name }) => new RegExp(wanted ?? '').test(name))) {
    await open(page, address(screen))
    await settled(page)
    for (const { device, width } of devices.filter(({ width }) => screen.only?.(width) ?? true)) {
      for (const theme of themes) {
        for (const locale of locales) {
          // what opens over a screen is shown in each theme and language, not in all of them together
          if (screen.over && (theme === 'light') !== (locale === 'en')) continue
          await dress(page, { locale, theme, width })
          await screen.over?.(page)
          await settled(page)
          // a popover fades in, and colours change in 120 ms
          await page.waitForTimeout(200)
          const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality: 25 })
          writeFileSync(join(folder, `${fileName(screen.name)}.${device}.${theme}.${locale}.webp`), data, 'base64')
        }
      }
    }
  }
})

const fileName = (name: string) => name.replace(/^\/(app\/)?/, '').replace(/[^a-z0-9]+/gi, '-') || 'businesses'
