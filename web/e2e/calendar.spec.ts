import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test'
import { expectAccessible, live, open, password, registerBusiness } from './business'

// The calendar, by the names of ui.md S4. Each test has a business of its own, in Rome, booked on its next Monday.

interface Studio {
  slug: string
  email: string
  service: string
  provider: string
  date: string
}

interface Times {
  start: string
}

interface Slot {
  start: string
  providerId: string
}

async function xsrf(page: Page): Promise<Record<string, string>> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  return { 'X-XSRF-TOKEN': cookie?.value ?? '' }
}

function nextMonday(): string {
  const day = new Date(Date.now() + 86_400_000)
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

async function studio(page: Page): Promise<Studio> {
  const { slug, email } = await registerBusiness(page.request, { template: 'dental' })
  const services = await items<{ id: string; providerIds: string[]; durationMinutes: number }>(
    page.request,
    '/api/services',
  )
  const service = services.find(({ providerIds, durationMinutes }) => providerIds.length > 0 && durationMinutes <= 60)!
  return { slug, email, service: service.id, provider: service.providerIds[0]!, date: nextMonday() }
}

async function items<T>(request: APIRequestContext, path: string): Promise<T[]> {
  return ((await (await request.get(path)).json()) as { items: T[] }).items
}

async function freeTimes(page: Page, { service, provider, date }: Studio): Promise<Slot[]> {
  const to = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const answer = await page.request.get('/api/appointments/available', {
    params: { service, provider, from: date, to },
  })
  return ((await answer.json()) as { slots: Slot[] }).slots
}

/** Books the first free time that begins at an hour or later, in Rome. */
async function book(page: Page, here: Studio, name: string, hour: number): Promise<string> {
  const start = (await freeTimes(page, here)).map((slot) => slot.start).find((each) => romeHour(each) >= hour)!
  const answer = await page.request.post('/api/appointments', {
    headers: await xsrf(page),
    data: { serviceId: here.service, providerId: here.provider, start, contact: { name } },
  })
  expect(answer.status()).toBe(201)
  return start
}

function romeHour(instant: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Rome' }).format(
      new Date(instant),
    ),
  )
}

function block(page: Page, name: string) {
  return page.getByTestId('booking-block').filter({ hasText: name })
}

/** Drags a block by hours; an hour is 60 pixels high. */
async function dragBy(page: Page, name: string, hours: number) {
  const box = (await block(page, name).boundingBox())!
  const x = box.x + box.width / 2
  const y = box.y + 8
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 12, { steps: 3 })
  await page.mouse.move(x, y + hours * 60, { steps: 10 })
  await page.mouse.up()
}

test('CAL-1 an appointment dragged an hour on stays there, and the trail says who moved it', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', start)
  await dragBy(page, 'Paolo Verdi', 1)
  const later = new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000', '')
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', later)
  await expect(page.getByTestId('toast')).toContainText('moved to')
  await page.reload()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', later)
  const trail = await items<{ action: string; actor: string; memberName: string; before: Times; after: Times }>(
    page.request,
    '/api/audit',
  )
  expect(trail.filter(({ action }) => action === 'appointment.rescheduled')).toEqual([
    expect.objectContaining({
      actor: 'member',
      memberName: expect.stringMatching(/./) as string,
      before: expect.objectContaining({ start }) as Times,
      after: expect.objectContaining({ start: later }) as Times,
    }),
  ])
})

test('CAL-2 a drop on a taken time goes back and says why, with three times that are free', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  const taken = await book(page, here, 'Chiara Volpi', 11)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await expect(block(page, 'Chiara Volpi')).toBeVisible()
  await dragBy(page, 'Paolo Verdi', (Date.parse(taken) - Date.parse(start)) / 3_600_000)
  const card = page.getByTestId('conflict-card')
  await expect(card).toContainText("can't move to")
  await expect(card.getByTestId('slot')).toHaveCount(3)
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', start)
  const option = (await card.getByTestId('slot').first().getAttribute('data-start'))!
  await card.getByTestId('slot').first().click()
  await page.reload()
  await expect(block(page, 'Chiara Volpi')).toBeVisible()
  if (new Date(option).toISOString().startsWith(here.date)) {
    await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', option)
  }
})

async function colleague(browser: Browser, here: Studio): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.request.post('/api/auth/login', { data: { email: here.email, password } })
  return page
}

async function fillBooking(page: Page, here: Studio, name: string, start: string) {
  await page.getByRole('button', { name: 'New booking' }).first().click()
  await page.getByLabel('Service').selectOption(here.service)
  await page.getByLabel('Day', { exact: true }).fill(here.date)
  await page.locator(`[data-testid="slot"][data-start="${start}"]`).click()
  await page.getByLabel("Customer's name").fill(name)
}

test('CAL-3 of two who book the same time exactly one gets it, the other is offered more', async ({
  page,
  browser,
}) => {
  const here = await studio(page)
  const other = await colleague(browser, here)
  const start = (await freeTimes(page, here))[0]!.start
  for (const each of [page, other]) {
    await open(each, `/app/${here.slug}/calendar?date=${here.date}`)
    await fillBooking(each, here, each === page ? 'Anna First' : 'Bruno Second', start)
  }
  const press = (each: Page) => each.getByRole('button', { name: 'Book', exact: true }).click()
  await Promise.all([press(page), press(other)])
  await expect
    .poll(async () => (await items<{ start: string; status: string }>(page.request, '/api/appointments')).length)
    .toBe(1)
  const refused = (await page.getByRole('dialog').isVisible()) ? page : other
  await expect(refused.getByRole('dialog').getByRole('alert')).toBeVisible()
  await expect(refused.getByRole('group', { name: 'Free times nearby' }).getByRole('button')).not.toHaveCount(0)
  await expect(refused.getByLabel("Customer's name")).not.toHaveValue('')
})

test.describe('from New York', () => {
  test.use({ timezoneId: 'America/New_York' })
  test('CAL-5 a viewer elsewhere sees Rome’s times, and is told so', async ({ page }) => {
    const here = await studio(page)
    const start = await book(page, here, 'Paolo Verdi', 10)
    await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
    await expect(page.getByTestId('zone-chip')).toContainText('Rome')
    await expect(block(page, 'Paolo Verdi')).toContainText(`${romeHour(start)}:`)
  })
})

test('an appointment made elsewhere comes in by itself', async ({ page, browser }) => {
  const here = await studio(page)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
  await live(page)
  const other = await colleague(browser, here)
  await book(other, here, 'Elena Ferri', 9)
  await expect(block(page, 'Elena Ferri')).toBeVisible()
})

for (const dark of [false, true]) {
  test(`the calendar is accessible in ${dark ? 'dark' : 'light'}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    const here = await studio(page)
    await book(page, here, 'Paolo Verdi', 9)
    await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
    await expect(block(page, 'Paolo Verdi')).toBeVisible()
    await expectAccessible(page)
    await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=week`)
    await expect(block(page, 'Paolo Verdi')).toBeVisible()
    await expectAccessible(page)
  })
}
