import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { live, open, openBusiness, password, registerBusiness } from './business'
import { freeTimes, studio } from './calendar'
import { composer, customer, rows, said, sandbox, xsrf } from './inbox'
import { barriers, cutOff } from './looks'
import { linkMailedTo } from './mails'
import { connectWhatsApp, whatsApp } from './whatsapp'

// What the world does to a screen. It works, or says in words what to do, and loses nothing.

const long = 'ばら 陈大文 محمد بن عبد الله '.repeat(10).trim().slice(0, 118)

test('a tab from before a release goes on with the new one where a screen is no longer there', async ({ page }) => {
  const { slug } = await openBusiness(page, 'home', { template: 'salon' })
  await live(page)
  // the name of the part in the release before; the page that comes anew knows the right one
  let refused = 0
  await page.route(/\/app-assets\/Calendar-[^/]*\.js$/, (route) =>
    refused++ === 0 ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  )
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calendar' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('calendar-grid')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${slug}/calendar`))
  expect(refused).toBeGreaterThan(0)
})

test('a part that does not come takes nothing of the screen with it, and the words in it are sent', async ({
  page,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await page.route(/\/app-assets\/(Toaster|KeysSheet)-[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: '' }))
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await composer(page).fill('Words that must stay')
  await composer(page).press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByTestId('release-notice')).toBeVisible()
  await expect(composer(page)).toHaveValue('Words that must stay')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveAttribute('data-status', 'sent')
})

test('two tabs of two businesses keep to their own, whatever is done in the other', async ({
  page,
  playwright,
  baseURL,
}) => {
  const mine = await registerBusiness(page.request, { template: 'dental', name: 'Studio Uno' })
  const visitors = await playwright.request.newContext({ baseURL })
  await (
    await customer(visitors, mine.slug)
  )('A question for one')
  // who owns one business works in the other
  const theirs = await registerBusiness(visitors, { template: 'salon', name: 'Studio Due' })
  await (
    await customer(visitors, theirs.slug)
  )('A question for two')
  const invited = await visitors.post('/api/invitations', {
    headers: { 'X-XSRF-TOKEN': await token(visitors), 'X-Frontdesk-Business': theirs.slug },
    data: { email: mine.email, role: 'manager' },
  })
  expect(invited.status()).toBe(201)
  await open(page, await linkMailedTo(visitors, mine.email, '/invite/'))
  await page.getByLabel('Your name').fill('Anna Due')
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${theirs.slug}/`))
  const other = await page.context().newPage()
  await open(page, `/app/${mine.slug}/inbox/all`)
  await open(other, `/app/${theirs.slug}/inbox/all`)
  await live(page)
  await live(other)
  for (const each of [page, other]) await rows(each).first().click()
  await composer(page).fill('From one')
  await composer(other).fill('From two')
  await composer(other).press('Control+Enter')
  await composer(page).press('Control+Enter')
  for (const [each, words] of [
    [page, 'one'],
    [other, 'two'],
  ] as const) {
    await expect(said(each, 'member')).toHaveText(new RegExp(`From ${words}`))
    await expect(said(each, 'contact')).toHaveText(new RegExp(`A question for ${words}`))
    await expect(rows(each)).toHaveCount(1)
  }
  await visitors.dispose()
})

async function token(request: APIRequestContext): Promise<string> {
  const { cookies } = await request.storageState()
  return cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
}

/** The device's clock is so far off; the server's is right. */
async function clockOff(page: Page, hours: number) {
  await page.addInitScript((off) => {
    const Real = Date
    class Wrong extends Real {
      constructor(...args: ConstructorParameters<DateConstructor> | []) {
        if (args.length === 0) super(Real.now() + off)
        else super(...args)
      }
      static override now() {
        return Real.now() + off
      }
    }
    Object.assign(window, { Date: Wrong })
  }, hours * 3_600_000)
}

for (const hours of [26, -26]) {
  test(`on a device whose clock is ${hours} hours off the day is the server's, and who may be answered is`, async ({
    page,
    baseURL,
  }) => {
    await clockOff(page, hours)
    const here = await studio(page)
    const { phoneNumberId } = await connectWhatsApp(page, baseURL!)
    const from = `39336${String(Date.now()).slice(-7)}`
    await whatsApp(page, baseURL!, 'POST', 'whatsapp/messages', {
      phoneNumberId,
      from,
      name: 'Ana Rossi',
      text: 'Hello',
    })
    await open(page, `/app/${here.slug}/inbox/all`)
    const row = rows(page).filter({ hasText: 'Ana Rossi' })
    await expect(row).toContainText(/\d\d:\d\d/)
    await row.click()
    await composer(page).fill('We are open')
    await composer(page).press('Control+Enter')
    await expect(said(page, 'member')).toHaveAttribute('data-status', /sent|delivered|read/)

    await open(page, `/app/${here.slug}/calendar?view=day`)
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(Date.now())
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog').getByLabel('Day', { exact: true })).toHaveValue(today)
  })
}

test('with storage blocked everything goes on, for as long as the page lives', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    }
    Object.defineProperty(window, 'SharedWorker', {
      value: function refused() {
        throw new DOMException('Access to shared workers is denied.', 'SecurityError')
      },
    })
  })
  const broken: string[] = []
  page.on('pageerror', ({ message }) => broken.push(message))
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await composer(page).fill('Begun')
  await page.getByRole('tab', { name: 'Note' }).click()
  await page.getByRole('tab', { name: 'Reply' }).click()
  await expect(composer(page)).toHaveValue('Begun')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveAttribute('data-status', 'sent')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByTestId('palette').getByRole('option').first()).toBeVisible()

  await open(page, `/app/${slug}/settings/business`)
  await page.getByLabel('Name', { exact: true }).fill('Studio Nuovo')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByTestId('toast')).toBeVisible()
  await open(page, '/app/me/appearance')
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByText('Italiano', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  expect(broken).toEqual([])
})

test('with cookies blocked the sign-in says what to do', async ({ page, playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL })
  const { email } = await registerBusiness(request)
  await request.dispose()
  await page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }))
  await open(page, '/login')
  await page.getByLabel('E-mail').fill(email)
  await expect(page.getByRole('alert')).toContainText('cookies')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
})

test('a reply begun before the sign-in ran out is there again after it', async ({ page }) => {
  const { slug, email } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await composer(page).fill('Half of a sentence')
  await page.context().clearCookies()
  // keeping the draft may meet the end of the session before the key does
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`inbox/all/${id}`))
  await live(page)
  // as a draft, or as what was sent and has not arrived
  const unsent = said(page, 'member').filter({ hasText: 'Half of a sentence' })
  await expect
    .poll(async () => (await unsent.count()) + Number((await composer(page).inputValue()) === 'Half of a sentence'))
    .toBe(1)
})

test('100 kB pasted are kept, counted, and not sent before they are shorter', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  const much = 'All work and no play. '.repeat(4655).slice(0, 102_400)
  await composer(page).fill(much)
  await expect(page.getByTestId('composer')).toContainText('102400 / 4096')
  await composer(page).press('Control+Enter')
  await expect(composer(page)).toHaveValue(much)
  await expect(said(page, 'member')).toHaveCount(0)
  await composer(page).fill('Shorter')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveAttribute('data-status', 'sent')

  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.getByTestId('palette').getByRole('combobox').fill(much)
  await expect(page.getByTestId('palette')).toContainText(/Nothing|No /)
  await page.keyboard.press('Escape')
  await open(page, `/app/${slug}/settings/business`)
  await page.getByLabel('Name', { exact: true }).fill(much)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Name', { exact: true })).not.toHaveValue('')
})

for (const width of [1280, 390]) {
  test(`names in Arabic and Chinese, of any length, keep to their places, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const here = await studio(page)
    const headers = await xsrf(page)
    const [slot] = await freeTimes(page, here)
    const booked = await page.request.post('/api/appointments', {
      headers,
      data: { serviceId: here.service, providerId: here.provider, start: slot!.start, contact: { name: long } },
    })
    expect(booked.status()).toBe(201)
    const { contact } = (await booked.json()) as { contact: { id: string } }
    for (const path of [
      `calendar?date=${here.date}`,
      `calendar?date=${here.date}&view=week`,
      `calendar?date=${here.date}&view=agenda`,
      'contacts',
      `contacts/${contact.id}`,
    ]) {
      await open(page, `/app/${here.slug}/${path}`)
      await expect(page.getByText(long.slice(0, 12)).first()).toBeVisible()
      expect(await cutOff(page), path).toEqual([])
    }
  })
}

test('a name of 200 characters is refused in words, and stays in its field', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services?edit=new', { template: 'salon' })
  const name = 'Marta '.repeat(40).slice(0, 200)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add service' }).click()
  await expect(page.getByText('This is too long.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name)
  await expect(page).toHaveURL(new RegExp(`${slug}/settings/services\\?edit=new`))
})

test('who asked for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { slug } = await openBusiness(page, 'home', { template: 'salon' })
  await open(page, `/app/${slug}/settings/services?edit=new`)
  await page.keyboard.press('Control+k')
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 100)
      .map((animation) => (animation as CSSAnimation).animationName ?? 'transition'),
  )
  expect(moving).toEqual([])
})

test('at 200 % nothing is cut off, and nothing scrolls sideways', async ({ page }) => {
  // a window of 1280 at twice the size has room for 640
  await page.setViewportSize({ width: 640, height: 400 })
  const here = await studio(page)
  const id = await sandbox(page, 'Hello, what does a check-up cost?')
  for (const path of ['home', `inbox/all/${id}`, 'calendar?view=day', 'settings/services?edit=new', 'settings/team']) {
    await open(page, `/app/${here.slug}/${path}`)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    expect(await cutOff(page), path).toEqual([])
    expect(await barriers(page), path).toEqual([])
  }
})
