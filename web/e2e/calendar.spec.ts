import { expect, test, type Browser, type Page, type Response } from '@playwright/test'
import { colleague as member, expectAccessible, live, open, password } from './business'
import { block, book, dragBy, freeTimes, items, moved, romeHour, studio, type Studio, type Times } from './calendar'
import { xsrf } from './inbox'

// The calendar, by the names of ui.md S4. Each test has a business of its own, in Rome, booked on its next Monday.

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
  const press = async (each: Page) => {
    const asked = (answer: Response) =>
      answer.url().endsWith('/api/appointments') && answer.request().method() === 'POST'
    const answer = each.waitForResponse(asked)
    await each.getByRole('button', { name: 'Book', exact: true }).click()
    return (await answer).status()
  }
  const [first, second] = await Promise.all([press(page), press(other)])
  expect([first, second].sort()).toEqual([201, 409])
  expect(await items(page.request, '/api/appointments')).toHaveLength(1)
  const refused = first === 409 ? page : other
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

test('each day of the week stands above its own column, in Italian too', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('fd-locale', 'it'))
  await page.setViewportSize({ width: 1280, height: 800 })
  const here = await studio(page)
  await book(page, here, 'Paolo Verdi', 9)
  await book(page, here, 'Chiara Volpi', 11)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=week`)
  await expect(page.getByTestId('calendar-head').first()).toContainText('2 prenotazioni')
  const edges = (all: Element[]) =>
    all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right])
  const heads = await page.getByTestId('calendar-head').evaluateAll(edges)
  expect(heads).toHaveLength(7)
  expect(heads).toEqual(await page.getByTestId('calendar-column').evaluateAll(edges))
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

test('bookings are narrowed by how they stand; the address keeps it, and it is taken off again', async ({ page }) => {
  const here = await studio(page)
  await book(page, here, 'Paolo Verdi', 9)
  await book(page, here, 'Anna Neri', 11)
  const all = await items<{ id: string; contact: { name: string } }>(page.request, '/api/appointments')
  const { id } = all.find(({ contact }) => contact.name === 'Anna Neri')!
  const called = await page.request.post(`/api/appointments/${id}/cancel`, { headers: await xsrf(page), data: {} })
  expect(called.status()).toBe(200)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await expect(page.getByTestId('booking-block')).toHaveCount(2)
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Cancelled' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('booking-block')).toHaveCount(1)
  await page.reload()
  await expect(block(page, 'Anna Neri')).toBeVisible()
  await expect(block(page, 'Paolo Verdi')).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove filter: Cancelled' }).click()
  await expect(block(page, 'Paolo Verdi')).toBeVisible()
  expect(page.url()).not.toContain('status')
})

test('a first visit is marked as that of a new customer, and the next one is not', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  const [first] = await items<{ contact: { id: string } }>(page.request, '/api/appointments')
  await book(page, here, 'Paolo Verdi', 15, first!.contact.id)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  const visits = block(page, 'Paolo Verdi')
  await expect(visits).toHaveCount(2)
  const marked = page.getByRole('button', { name: /^Paolo Verdi, .*New customer/ })
  await expect(marked).toHaveCount(1)
  await expect(marked).toHaveAttribute('data-start', start)
})
