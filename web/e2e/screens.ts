import { expect, type Page } from '@playwright/test'

/** Every screen of the app, and what opens over it. A new screen or sheet is a line here. */
export interface Screen {
  name: string
  /** below the business, unless it starts with a slash; `$booking` and the like stand for the first there is */
  path: string
  /** opens what lies over the screen; does nothing while it is open */
  over?: (page: Page) => Promise<void>
  /** at which widths it is there; everywhere unless said */
  only?: (width: number) => boolean
}

const floating = '[role=dialog], [role=alertdialog], [role=menu]'
const isOpen = (page: Page) => page.locator(floating).first().isVisible()

/** Opens by keys or by a click whatever is not open yet; a change of layout may have closed it. */
export function opens(how: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    if (await isOpen(page)) return
    await how(page)
    await expect(page.locator(floating).first()).toBeVisible()
  }
}

/** The same of what is no dialog. */
export function shows(testId: string, how: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    const shown = page.getByTestId(testId).first()
    if (await shown.isVisible()) return
    await how(page)
    await expect(shown).toBeVisible()
  }
}

/** A file for the composer: taken, refused, or on its way for as long as one looks. */
const attached = (name: string, text: string, state: 'ready' | 'failed' | 'uploading') =>
  shows('chosen-file', async (page) => {
    if (state === 'uploading') await page.route('**/files?*', () => undefined, { times: 1 })
    await page.getByTestId('attach-input').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
    await page.locator(`[data-testid=chosen-file][data-state=${state}]`).waitFor()
  })

const quoting = shows('quoting', async (page) => {
  await page.locator('[data-testid=message][data-author=contact] button[aria-haspopup=menu]').last().click()
  await page.getByRole('menuitem').first().click()
})

/** Without a booking: a time at which nobody is booked is refused first, of the next day, as today's may be over. */
const walkIn = opens(async (page) => {
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Service').selectOption({ index: 1 })
  const day = sheet.getByLabel('Day', { exact: true })
  await day.fill(new Date(Date.parse(await day.inputValue()) + 864e5).toISOString().slice(0, 10))
  await sheet.getByRole('button', { name: 'Another time' }).click()
  await sheet.getByLabel('Another time').fill('23:07')
  await sheet.getByLabel("Customer's name").fill('Wanda Rossi')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await sheet.getByRole('button', { name: 'Book anyway' }).waitFor()
})

const repeating = shows('repeat-form', (page) => page.getByRole('button', { name: 'Repeat…' }).click())

/** Closed on a day that has bookings: each must be decided on, and nothing is saved. */
const closing = (save: string) =>
  shows('affected', async (page) => {
    const day = page.locator('[data-day=wednesday]').getByRole('switch')
    await day.waitFor()
    if (await day.isChecked()) await day.click()
    await page.getByRole('button', { name: save }).click()
  })

/** Offered until they are in the list. */
const holidays = async (page: Page) => {
  await page.locator('[data-day=wednesday]').waitFor()
  const offer = page.getByRole('button', { name: /^Close on \d+ holidays?$/ })
  if (await offer.isVisible()) await offer.click()
}

const press = (key: string) => opens((page) => page.keyboard.press(key))
const click = (selector: string) => opens((page) => page.locator(selector).filter({ visible: true }).first().click())

export const at = (path: string, more: Partial<Screen> = {}): Screen => ({ name: path, path, ...more })
export const over = (path: string, name: string, open: Screen['over'], only?: Screen['only']): Screen => ({
  name: `${path} with ${name}`,
  path,
  over: open,
  only,
})

export const screens: Screen[] = [
  at('home'),
  over('home', 'the palette', press('Control+k')),
  over('home', 'the keys', press('?')),
  over('home', 'the bell', click('header button[aria-haspopup=dialog]')),
  over('home', 'the menu of the profile', click('header button[aria-haspopup=menu]')),
  over('home', 'the businesses', click('aside button[aria-haspopup=menu]'), (width) => width >= 768),
  over('home', 'more of the menu', click('nav button[aria-haspopup=menu]'), (width) => width < 768),
  at('inbox/all'),
  over('inbox/all', 'the views', click('button[aria-haspopup=menu]:has(h2)'), (width) => width >= 768),
  at('inbox/all/$conversation'),
  over('inbox/all/$conversation', 'when to come back', press('s')),
  over('inbox/all/$conversation', 'labels', press('l')),
  over('inbox/all/$conversation', 'who takes it', press('a')),
  over('inbox/all/$conversation', 'a file', attached('form.pdf', '%PDF-1.7 a form', 'ready')),
  over('inbox/all/$conversation', 'a file that is refused', attached('setup.exe', 'MZ', 'failed')),
  over('inbox/all/$conversation', 'a file on its way', attached('form.pdf', '%PDF-1.7 a form', 'uploading')),
  over('inbox/all/$conversation', 'a quote', quoting),
  at('calendar?view=day'),
  at('calendar?view=week'),
  at('calendar?view=agenda'),
  over('calendar', 'a new booking', press('n')),
  over('calendar', 'a booking at another time', walkIn),
  at('calendar?booking=$booking'),
  over('calendar?booking=$booking', 'its repetition', repeating),
  at('contacts'),
  at('contacts?edit=new'),
  at('contacts/$contact'),
  at('contacts/$contact?edit=true'),
  at('try'),
  at('settings/business'),
  at('settings/hours'),
  over('settings/hours', 'the holidays', holidays),
  over('settings/hours', 'bookings in the way', closing('Save hours')),
  at('settings/services'),
  at('settings/services?edit=new'),
  at('settings/services?edit=$service'),
  at('settings/providers'),
  at('settings/providers?edit=new'),
  at('settings/providers?edit=$provider'),
  at('settings/channels'),
  at('settings/channels?edit=whatsapp'),
  at('settings/channels?edit=$webchat'),
  at('settings/labels'),
  at('settings/labels?edit=new'),
  at('settings/saved-replies'),
  at('settings/saved-replies?edit=new'),
  at('settings/team'),
  at('setup/business'),
  at('setup/hours'),
  over('setup/hours', 'bookings in the way', closing('Save and continue')),
  at('setup/services'),
  at('setup/channels'),
  at('setup/knowledge'),
  at('setup/test'),
  at('setup/go-live'),
  at('/app/me/profile'),
  at('/app/me/security'),
  at('/app/me/notifications'),
  at('/app/me/appearance'),
  at('/app/me/shortcuts'),
  at('/app/me/new-business'),
  at('/app'),
  at('/login'),
  at('/login/mfa'),
  at('/login/link'),
  at('/signup'),
  at('/forgot'),
  at('/reset/nobody-has-this'),
  at('/invite/nobody-has-this'),
  at('/verify/nobody-has-this'),
]

/** Signs in as the owner of the demo's studio; answers how the placeholders of a path are filled there. */
export async function signInToDemo(page: Page): Promise<(screen: Screen) => string> {
  const signedIn = await page.request.post('/api/auth/login', {
    data: { email: 'giulia@studio-aurora.example', password: 'frontdesk-demo' },
  })
  expect(signedIn.status()).toBe(200)
  const slug = 'studio-aurora'
  const items = async <T>(path: string) => {
    const answer = await page.request.get(path, { headers: { 'X-Frontdesk-Business': slug } })
    expect(answer.status(), path).toBe(200)
    return ((await answer.json()) as { items: (T & { id: string })[] }).items
  }
  const now = Date.parse(signedIn.headers()['date']!)
  const span = new URLSearchParams({
    from: new Date(now - 7 * 86_400_000).toISOString(),
    to: new Date(now + 14 * 86_400_000).toISOString(),
  })
  const [conversations, contacts, services, providers, channels, appointments] = await Promise.all([
    items('/api/conversations?view=all'),
    items('/api/contacts'),
    items('/api/services'),
    items('/api/providers'),
    items<{ type: string }>('/api/channels'),
    items<{ start: string }>(`/api/appointments?${span.toString()}`),
  ])
  const coming = appointments
    .filter(({ start }) => Date.parse(start) > now)
    .sort((a, b) => a.start.localeCompare(b.start))
  const first: Record<string, string | undefined> = {
    $conversation: conversations[0]?.id,
    $contact: contacts[0]?.id,
    $service: services[0]?.id,
    $provider: providers[0]?.id,
    $webchat: channels.find(({ type }) => type === 'webchat')?.id,
    $booking: coming[0]?.id,
  }
  return ({ path }) => {
    const filled = path.replace(/\$\w+/g, (name) => first[name] ?? name)
    return filled.startsWith('/') ? filled : `/app/${slug}/${filled}`
  }
}
