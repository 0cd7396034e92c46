import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test'
import { colleague as member, expectAccessible, live, open, password, registerBusiness } from './business'
import { sandbox } from './inbox'

// The calendar, by the names of ui.md S4. Each test has a business of its own, in Rome, booked on its next Monday.

interface Studio {
  id: string
  name: string
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
  const { id, name, slug, email } = await registerBusiness(page.request, { template: 'dental' })
  const services = await items<{ id: string; providerIds: string[]; durationMinutes: number }>(
    page.request,
    '/api/services',
  )
  const service = services.find(({ providerIds, durationMinutes }) => providerIds.length > 0 && durationMinutes <= 60)!
  return { id, name, slug, email, service: service.id, provider: service.providerIds[0]!, date: nextMonday() }
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
async function book(page: Page, here: Studio, name: string, hour: number, id?: string): Promise<string> {
  const start = (await freeTimes(page, here)).map((slot) => slot.start).find((each) => romeHour(each) >= hour)!
  const answer = await page.request.post('/api/appointments', {
    headers: await xsrf(page),
    data: { serviceId: here.service, providerId: here.provider, start, contact: { name, id } },
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

/** The next last Sunday of a month: when clocks change in Europe. */
function nextLastSunday(month: 3 | 10): string {
  for (let year = new Date().getUTCFullYear(); ; year++) {
    const day = new Date(Date.UTC(year, month, 0))
    day.setUTCDate(day.getUTCDate() - day.getUTCDay())
    if (day.getTime() > Date.now() + 2 * 86_400_000) return day.toISOString().slice(0, 10)
  }
}

async function moved(page: Page, name: string): Promise<{ start: string; end: string; providerId: string }> {
  const all = await items<{ start: string; end: string; providerId: string; contact: { name: string } }>(
    page.request,
    '/api/appointments',
  )
  const { start, end, providerId } = all.find(({ contact }) => contact.name === name)!
  return { start, end, providerId }
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
      memberName: expect.stringMatching(/./) as unknown as string,
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

test('CAL-4 the same move by keys and by form ends the same, and every step is spoken', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await page.getByTestId('calendar-grid').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toHaveAttribute('data-start', /T/)
  await block(page, 'Paolo Verdi').focus()
  await page.keyboard.press('m')
  const speech = page.getByTestId('speech')
  await expect(speech).toContainText('Moving Paolo Verdi')
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowDown')
  const target = new Date(Date.parse(start) + 2 * 3_600_000).toISOString().replace('.000', '')
  await expect(speech).toContainText(`${romeHour(target)}:`)
  await expect(page.getByTestId('move-ghost')).toHaveAttribute('data-start', target.replace('Z', '.000Z'))
  await page.keyboard.press('Escape')
  await expect(speech).toContainText('stays where it was')
  expect((await moved(page, 'Paolo Verdi')).start).toBe(start)

  await page.keyboard.press('m')
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', target)
  await expect(speech).toContainText('is now on')
  await expect(block(page, 'Paolo Verdi')).toBeFocused()
  const byKeys = await moved(page, 'Paolo Verdi')
  await page.keyboard.press('Control+z')
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', start)

  await block(page, 'Paolo Verdi').click()
  await page.getByRole('button', { name: 'Move to…' }).click()
  await page.locator(`[data-testid="slot"][data-start="${target}"]`).click()
  await page.getByRole('button', { name: /^Move to \w+ \d/ }).click()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', target)
  expect(await moved(page, 'Paolo Verdi')).toEqual(byKeys)
})

for (const { change, month, hours, one, rows } of [
  { change: 'loses', month: 3, hours: 23, one: 0, rows: 1 },
  { change: 'gains', month: 10, hours: 25, one: -1, rows: 3 },
] as const) {
  test(`CAL-6 a day that ${change} an hour has ${hours}, and what is booked over it its right length`, async ({
    page,
  }) => {
    const here = await studio(page)
    const date = nextLastSunday(month)
    const headers = await xsrf(page)
    const opened = await page.request.put(`/api/providers/${here.provider}`, {
      headers,
      data: { name: 'Dr Night', exceptions: [{ date, open: '00:00', close: '08:00' }] },
    })
    expect(opened.status()).toBe(200)
    const made = await page.request.post('/api/services', {
      headers,
      data: { name: 'Night watch', durationMinutes: 180, horizonDays: 400, providerIds: [here.provider] },
    })
    expect(made.status()).toBe(201)
    const { id: service } = (await made.json()) as { id: string }
    const booked = await page.request.post('/api/appointments', {
      headers,
      data: {
        serviceId: service,
        providerId: here.provider,
        start: new Date(Date.parse(`${date}T00:00:00Z`) + one * 3_600_000).toISOString(),
        contact: { name: 'Noa Levi' },
      },
    })
    expect(booked.status()).toBe(201)
    await open(page, `/app/${here.slug}/calendar?date=${date}&who=${here.provider}`)
    await expect(page.getByTestId('hour-label')).toHaveCount(hours)
    // three hours on every clock: until five when one is skipped, until three when one comes twice
    await expect(block(page, 'Noa Levi')).toContainText(hours === 23 ? '01:00–05:00' : '01:00–03:00')
    const height = (await block(page, 'Noa Levi').boundingBox())!.height
    expect(Math.round(height / 60)).toBe(3)
    const labels = page.getByTestId('hour-label')
    const first = (await labels.filter({ hasText: '01:00' }).boundingBox())!
    const last = (await labels.filter({ hasText: '03:00' }).boundingBox())!
    expect(Math.round((last.y - first.y) / 60)).toBe(rows)
  })
}

test('CAL-7 a drop outside the hours of whoever gives it goes back with a warning', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await block(page, 'Paolo Verdi').focus()
  await page.keyboard.press('m')
  for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowUp')
  await expect(page.getByTestId('move-bar')).toContainText('Outside the hours of')
  await page.keyboard.press('Escape')
  await dragBy(page, 'Paolo Verdi', -3)
  const card = page.getByTestId('conflict-card')
  await expect(card).toContainText('within opening hours')
  await expect(card.getByTestId('slot')).toHaveCount(3)
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', start)
  expect((await moved(page, 'Paolo Verdi')).start).toBe(start)
})

test('an appointment is made longer by its foot, and that is taken back', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  const { end } = await moved(page, 'Paolo Verdi')
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  const foot = (await block(page, 'Paolo Verdi').getByTestId('block-foot').boundingBox())!
  await page.mouse.move(foot.x + 20, foot.y + 4)
  await page.mouse.down()
  await page.mouse.move(foot.x + 20, foot.y + 34, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByTestId('toast')).toContainText('now ends at')
  await expect
    .poll(async () => (await moved(page, 'Paolo Verdi')).end)
    .toBe(new Date(Date.parse(end) + 30 * 60_000).toISOString().replace('.000', ''))
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => await moved(page, 'Paolo Verdi')).toMatchObject({ start, end })
})

test('after a move the customer can be told, in words that are seen first', async ({ page }) => {
  const here = await studio(page)
  const conversation = await sandbox(page, 'hello')
  const { contact } = (await (await page.request.get(`/api/conversations/${conversation}`)).json()) as {
    contact: { id: string }
  }
  const start = await book(page, here, 'Paolo Verdi', 9, contact.id)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-start', start)
  await dragBy(page, 'Paolo Verdi', 1)
  const card = page.getByTestId('tell-card')
  await expect(card).toContainText('Tell Paolo Verdi?')
  await expect(card.getByLabel('Message')).toHaveValue(/Paolo Verdi .* is now on/)
  await card.getByLabel('Message').fill('Paolo, we had to move you by an hour.')
  await card.getByRole('button', { name: 'Send message' }).click()
  await expect(card).toBeHidden()
  const messages = await items<{ text: string; author: string }>(
    page.request,
    `/api/conversations/${conversation}/messages`,
  )
  expect(messages.filter(({ author }) => author === 'member')).toEqual([
    expect.objectContaining({ text: 'Paolo, we had to move you by an hour.' }),
  ])
})

test('a cancellation is taken back; where nobody can be told, it says why', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await block(page, 'Paolo Verdi').click()
  await page.getByRole('button', { name: 'Cancel booking…' }).click()
  await page.getByRole('button', { name: 'Cancel booking', exact: true }).click()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'cancelled')
  const card = page.getByTestId('tell-card')
  await expect(card).toContainText('no conversation with this customer')
  await expect(card.getByRole('button', { name: 'Send message' })).toHaveCount(0)
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect(block(page, 'Paolo Verdi')).toHaveAttribute('data-status', 'confirmed')
  await expect(card).toBeHidden()
  expect((await moved(page, 'Paolo Verdi')).start).toBe(start)
})

test.describe('without a trace, which looks at the whole page at every step', () => {
  test.use({ trace: 'off' })
  test('CAL-8 among two hundred bookings in eight columns a drag never holds the screen up', async ({ page }) => {
    test.setTimeout(90_000)
    const here = await studio(page)
    const headers = await xsrf(page)
    const make = async (path: string, data: object) => {
      const answer = await page.request.post(path, { headers, data })
      expect(answer.status()).toBe(201)
      return ((await answer.json()) as { id: string }).id
    }
    const service = await make('/api/services', { name: 'Quick look', durationMinutes: 15, granularityMinutes: 15 })
    for (const old of await items<{ id: string }>(page.request, '/api/providers')) {
      await page.request.delete(`/api/providers/${old.id}`, { headers })
    }
    const day = new Date(`${here.date}T12:00:00Z`)
    const weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][day.getUTCDay()]
    const hours = [{ day: weekday, open: '08:00', close: '16:00' }]
    for (let number = 1; number <= 8; number++) {
      const provider = await make('/api/providers', { name: `Doctor ${number}`, serviceIds: [service], hours })
      const free = await freeTimes(page, { ...here, service, provider })
      await Promise.all(
        free.slice(0, 25).map(({ start }, index) =>
          make('/api/appointments', {
            serviceId: service,
            providerId: provider,
            start,
            contact: { name: `Patient ${number}-${index}` },
          }),
        ),
      )
    }
    await open(page, `/app/${here.slug}/calendar?date=${here.date}`)
    await expect(page.getByTestId('booking-block')).toHaveCount(200)
    await expect(page.getByTestId('calendar-column')).toHaveCount(8)
    await page.evaluate(() => {
      const tasks: number[] = []
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({
        type: 'longtask',
      })
      Object.assign(window, { tasks })
    })
    const from = (await block(page, 'Patient 1-20').boundingBox())!
    await page.mouse.move(from.x + 20, from.y + 4)
    await page.mouse.down()
    for (let step = 1; step <= 60; step++) {
      await page.mouse.move(from.x + 20 + step * 10, from.y + 4 + Math.sin(step / 6) * 120)
    }
    await page.mouse.move(from.x + 20, from.y + 4, { steps: 20 })
    await page.mouse.up()
    const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
    expect(longest).toBeLessThan(200)
  })
})

test('time that is drawn in the grid is blocked, asks about who is booked in it, and is freed again', async ({
  page,
}) => {
  const here = await studio(page)
  const taken = await book(page, here, 'Paolo Verdi', 9)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await expect(block(page, 'Paolo Verdi')).toBeVisible()
  const box = (await block(page, 'Paolo Verdi').boundingBox())!
  const x = box.x + box.width / 2
  // from two hours below it, for an hour
  await page.mouse.move(x, box.y + 122)
  await page.mouse.down()
  await page.mouse.move(x, box.y + 165, { steps: 6 })
  await page.mouse.up()
  await page.getByTestId('drawn').getByRole('button', { name: 'Block time' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Team meeting')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  const blocked = page.getByTestId('time-off-block')
  await expect(blocked).toContainText('Team meeting')
  const from = new Date(Date.parse(taken) + 2 * 3_600_000).toISOString().replace('.000', '')
  await expect(blocked).toHaveAttribute('data-start', from)
  expect((await freeTimes(page, here)).map(({ start }) => start)).not.toContain(from)

  await page.getByRole('button', { name: 'Block time' }).click()
  await dialog.getByLabel('From').fill('09:00')
  await dialog.getByLabel('To').fill('10:30')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(dialog.getByTestId('affected')).toContainText('Paolo Verdi')
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()

  await blocked.click()
  await page.getByRole('menuitem', { name: 'Free this time again' }).click()
  await expect(blocked).toHaveCount(0)
  expect((await freeTimes(page, here)).map(({ start }) => start)).toContain(from)
})

test('CAL-9 an operator with a calendar of their own sees the others as busy, and no more', async ({ page }) => {
  const here = await studio(page)
  const headers = await xsrf(page)
  const made = await page.request.post('/api/providers', {
    headers,
    data: { name: 'Sara Hygienist', serviceIds: [here.service] },
  })
  const { id: sara } = (await made.json()) as { id: string }
  const theirs = await book(page, here, 'Paolo Verdi', 9)
  await book(page, { ...here, provider: sara }, 'Chiara Volpi', 11)
  const operator = await member(page, here, 'operator', 'Olga Own')
  const { user } = (await (await operator.request.get('/api/me')).json()) as { user: { id: string } }
  await page.request.put(`/api/members/${user.id}/own-calendar`, { headers, data: { providerId: sara } })
  await open(operator, `/app/${here.slug}/calendar?date=${here.date}`)
  await live(operator)
  await expect(block(operator, 'Chiara Volpi')).toBeVisible()
  await expect(operator.getByTestId('busy-block')).toHaveAttribute('data-start', theirs)
  await expect(operator.getByText('Paolo')).toHaveCount(0)
  expect(await (await operator.request.get('/api/appointments')).text()).not.toContain('Paolo')
  await book(page, here, 'Marta Gallo', 14)
  await expect(operator.getByTestId('busy-block')).toHaveCount(2)
  await expect(operator.getByText('Marta')).toHaveCount(0)
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
