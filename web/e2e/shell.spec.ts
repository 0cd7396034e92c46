import { expect, test } from '@playwright/test'
import { colleague, expectAccessible, live, open, openBusiness } from './business'

test('the palette opens by keys, forgives a slip and goes there with Enter', async ({ page }) => {
  await openBusiness(page, 'home')
  await page.keyboard.press('Control+k')
  const palette = page.getByTestId('palette')
  await expect(palette.getByText('Actions')).toBeVisible()
  await page.keyboard.type('calnedar')
  await expect(palette.getByRole('option').first()).toContainText('Go to Calendar')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/calendar/)
})

test('what the server finds is added behind, and what is chosen stays', async ({ page }) => {
  const { slug } = await openBusiness(page, 'home', { template: 'salon' })
  const headers = await business(page, slug)
  const services = await (await page.request.get('/api/services', { headers })).json()
  const from = new Date(Date.now() + 86_400_000).toISOString()
  const to = new Date(Date.now() + 8 * 86_400_000).toISOString()
  const service = (services as { items: { id: string }[] }).items[0]?.id
  const free = await (
    await page.request.get('/api/appointments/available', { headers, params: { service: service!, from, to } })
  ).json()
  const { start } = (free as { slots: { start: string }[] }).slots[0]!
  const contact = { name: 'Niccolò Calendola', phone: '333 123 4567' }
  await page.request.post('/api/appointments', { headers, data: { serviceId: service, start, contact } })

  // the answer comes late: the choice is made before
  await page.route('**/api/contacts?q=*', async (route) => {
    await new Promise((later) => setTimeout(later, 800))
    await route.continue()
  })
  await page.keyboard.press('/')
  const options = page.getByTestId('palette').getByRole('option')
  await expect(options.first()).toBeVisible()
  await page.keyboard.type('calend')
  await expect(options.filter({ hasText: 'Go to Calendar' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  const chosen = await options.and(page.locator('[aria-selected=true]')).innerText()
  await expect(options.filter({ hasText: 'Niccolò Calendola' })).toHaveCount(2)
  expect(await options.and(page.locator('[aria-selected=true]')).innerText()).toBe(chosen)
  await options.filter({ hasText: 'Niccolò Calendola' }).first().click()
  await expect(page).toHaveURL(/\/contacts\//)

  await page.keyboard.press('Control+k')
  await expect(options.first()).toContainText('Niccolò Calendola')
})

test('keys: the sheet lists them, one is bound anew, and single ones can be off', async ({ page }) => {
  const { slug } = await openBusiness(page, 'home')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts' }).getByText('Go to Inbox')).toBeVisible()
  await page.keyboard.press('Escape')

  await open(page, '/app/me/shortcuts')
  const row = page.locator('[data-testid=key-row][data-id="go.calendar"]')
  await row.getByRole('button').click()
  await page.keyboard.press('n')
  await expect(row.getByRole('status')).toContainText('already does')
  await page.keyboard.press('y')
  await expect(row).toContainText('Y')

  await open(page, `/app/${slug}/home`)
  await page.keyboard.press('y')
  await expect(page).toHaveURL(/\/calendar/)

  await open(page, '/app/me/shortcuts')
  await page.getByRole('switch').click()
  await open(page, `/app/${slug}/home`)
  await page.keyboard.press('y')
  await page.keyboard.press('Control+k')
  await expect(page.getByTestId('palette')).toBeVisible()
  await expect(page).toHaveURL(/\/home/)
})

test('the rail folds by its key and stays folded', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openBusiness(page, 'home')
  const rail = page.getByRole('complementary').first()
  await expect.poll(async () => (await rail.boundingBox())?.width).toBe(224)
  await page.keyboard.press('[')
  await expect.poll(async () => (await rail.boundingBox())?.width).toBe(56)
  await page.reload()
  await expect.poll(async () => (await rail.boundingBox())?.width).toBe(56)
})

test('a new release is offered and never forced', async ({ page }) => {
  await openBusiness(page, 'home')
  await live(page)
  await expect(page.getByTestId('release-notice')).toHaveCount(0)
  await page.route('**/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><script type="module" src="/app-assets/index-newer.js"></script>',
    }),
  )
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByRole('button', { name: 'Reload for the new version' })).toBeVisible()
  await expect(page).toHaveURL(/\/home/)
})

test('a dropped connection is said, and the bar goes when all is caught up', async ({ page, context }) => {
  await openBusiness(page, 'home')
  await live(page)
  await context.setOffline(true)
  await expect(page.getByTestId('conn-bar')).toContainText("You're offline. Changes wait here.")
  await context.setOffline(false)
  await expect(page.getByTestId('conn-bar')).toHaveCount(0, { timeout: 15_000 })
})

test('the palette is accessible in both themes', async ({ page }) => {
  await openBusiness(page, 'home')
  await page.keyboard.press('Control+k')
  await expect(page.getByTestId('palette')).toBeVisible()
  await expectAccessible(page)
  await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'))
  await expectAccessible(page)
})

async function business(page: import('@playwright/test').Page, slug: string): Promise<Record<string, string>> {
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  return { 'X-XSRF-TOKEN': xsrf, 'X-Frontdesk-Business': slug }
}

test('the assistant is switched off for all channels, said in every tab, and on again by undo', async ({ page }) => {
  const { slug } = await openBusiness(page, 'home')
  await live(page)
  const other = await page.context().newPage()
  // read before the switch, and known after it
  let readings = 0
  let turned = () => {}
  const late = new Promise<void>((done) => (turned = done))
  await other.route('**/api/assistant', async (route) => {
    const read = await route.fetch()
    await late
    await route.fulfill({ response: read })
    readings++
  })
  await open(other, `/app/${slug}/home`)
  await live(other)
  await page.getByTestId('assistant-switch').click()
  const said = other.getByText('The assistant is off on all channels')
  await expect(said).toBeVisible()
  turned()
  await expect.poll(() => readings).toBe(2)
  await expect(said).toBeVisible()
  await expect(other.getByTestId('assistant-switch')).not.toBeChecked()
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect(other.getByTestId('assistant-switch')).toBeChecked()
})

test('the bell rings for a hand-over, leads there and is quiet again', async ({ page }) => {
  const { slug } = await openBusiness(page, 'home', { template: 'dental' })
  await live(page)
  const bell = page.getByTestId('bell')
  await expect(bell).toHaveAccessibleName('Notifications')
  await page.request.post('/api/sandbox/messages', {
    headers: await business(page, slug),
    data: { text: 'Vorrei parlare con una persona', clientId: 'bell-1' },
  })
  await expect(bell).toHaveAccessibleName('Notifications: 1 not read', { timeout: 15_000 })
  await bell.click()
  const row = page.getByTestId('notice-row')
  await expect(row).toContainText('Waits for a person')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Channels' }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await row.click()
  await expect(page).toHaveURL(/\/inbox\/all\//)
  await expect(bell).toHaveAccessibleName('Notifications')
})

test('a form asks before it is left, and has its words again after a reload', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services?edit=new', { template: 'salon' })
  await page.getByLabel('Name', { exact: true }).fill('Trattamento viso')
  await page.getByRole('button', { name: 'Cancel' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Trattamento viso')
  // the browser asks too
  page.on('dialog', (dialog) => void dialog.accept())
  await page.waitForTimeout(400)
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Trattamento viso')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page).toHaveURL(new RegExp(`${slug}/settings/services$`))
  await page.getByRole('button', { name: 'New service' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('')
})

test('words typed when the sign-in runs out are there again after signing in', async ({ page }) => {
  const { slug, email } = await openBusiness(page, 'settings/business')
  await page.getByLabel('Name', { exact: true }).fill('Studio Nuovo')
  await page.waitForTimeout(400)
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${slug}/settings/business`))
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Studio Nuovo')
})

test('a change made offline waits, is counted, and is sent on return', async ({ page, context }) => {
  const { slug } = await openBusiness(page, 'home')
  await live(page)
  await context.setOffline(true)
  await page.getByTestId('assistant-switch').click()
  await expect(page.getByTestId('assistant-switch')).not.toBeChecked()
  await expect(page.getByTestId('conn-bar')).toContainText('1 change is waiting.')
  await context.setOffline(false)
  await expect(page.getByTestId('conn-bar')).toHaveCount(0, { timeout: 15_000 })
  const kept = await page.request.get('/api/assistant', { headers: { 'X-Frontdesk-Business': slug } })
  expect(await kept.json()).toEqual({ on: false })
})

test('signing out leaves no names and no words behind', async ({ page }) => {
  const { slug } = await openBusiness(page, 'home')
  await page.evaluate((biz) => {
    localStorage.setItem(`fd-recent:${biz}`, '[{"kind":"contact","id":"1","label":"Ana","to":"/x"}]')
    sessionStorage.setItem(`fd-form:${biz}:business`, '{"name":"Studio"}')
  }, slug)
  await page.getByRole('button', { name: 'Your profile and settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login/)
  await expect
    .poll(() => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()))
    .not.toMatch(/fd-(recent|form)/)
})

test('the rail has no heading above nothing', async ({ page }) => {
  const business = await openBusiness(page, 'home')
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.getByRole('navigation', { name: 'Main' }).getByText('Business', { exact: true })).toBeVisible()

  const theirs = await colleague(page, business, 'order_manager', 'Ora Magri')
  await theirs.setViewportSize({ width: 1440, height: 900 })
  await open(theirs, `/app/${business.slug}/home`)
  const rail = theirs.getByRole('navigation', { name: 'Main' })
  await expect(rail.getByText('Calendar', { exact: true })).toBeVisible()
  await expect(rail.getByText('Business', { exact: true })).toHaveCount(0)
  await theirs.context().close()
})

test('the settings typed by hand open at the first page that one may see', async ({ page }) => {
  const here = await openBusiness(page, 'settings')
  await expect(page).toHaveURL(new RegExp(`${here.slug}/settings/business$`))
  await expect(page.getByRole('button', { name: 'Save' }).first()).toBeVisible()

  const operator = await colleague(page, here, 'operator', 'Olga Operator')
  await open(operator, `/app/${here.slug}/settings`)
  await expect(operator).toHaveURL(new RegExp(`${here.slug}/settings/channels$`))

  const accountant = await colleague(page, here, 'accountant', 'Ada Accountant')
  await open(accountant, `/app/${here.slug}/settings`)
  await expect(accountant.getByText("You don't have access to this page")).toBeVisible()
})
