import { expect, test, type Page } from '@playwright/test'
import { appointment, asMember, book, dateIn, freeTimes, type Slot } from './booking'
import { open, openBusiness } from './business'

async function publicServices(page: Page, slug: string): Promise<{ id: string; name: string }[]> {
  const answer = await page.request.get(`/api/public/${slug}/services`)
  return ((await answer.json()) as { items: { id: string; name: string }[] }).items
}

test('SVC-1 a new service can be booked by customers at once', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services', { template: 'salon' })
  await page.getByRole('button', { name: 'New service' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Trattamento viso')
  await page.getByLabel('Minutes', { exact: true }).fill('50')
  await page.getByLabel(/^Price in EUR/).fill('45,00')
  await page.getByRole('button', { name: 'Add service' }).click()
  const row = page.getByTestId('service-row').filter({ hasText: 'Trattamento viso' })
  await expect(row).toContainText('€45.00')
  const service = (await publicServices(page, slug)).find(({ name }) => name === 'Trattamento viso')
  expect(service).toBeDefined()
  expect((await freeTimes(page, slug, service!.id, 1, 8)).length).toBeGreaterThan(0)
})

test('SVC-3 an archived service leaves booking, its appointments stay', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services', { template: 'salon' })
  const [service] = await publicServices(page, slug)
  const [slot] = await freeTimes(page, slug, service!.id, 1, 8)
  const id = await book(page, slug, service!.id, slot!, 'Ada Neri')

  await page.getByRole('button', { name: `More about ${service?.name}` }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByTestId('service-row').filter({ hasText: service?.name })).toHaveCount(0)
  expect((await publicServices(page, slug)).map((each) => each.id)).not.toContain(service?.id)
  const times = `/api/public/${slug}/available?service=${service?.id}&from=${dateIn(1)}&to=${dateIn(8)}`
  expect((await page.request.get(times)).status()).toBe(404)
  const kept = await page.request.get(`/api/appointments/${id}`, { headers: { 'X-Frontdesk-Business': slug } })
  expect(((await kept.json()) as { serviceId: string }).serviceId).toBe(service?.id)
})

test('what was archived is brought back by its toast, a service by the hand and a provider by the key', async ({
  page,
}) => {
  const { slug } = await openBusiness(page, 'settings/services', { template: 'salon' })
  const [service] = await publicServices(page, slug)
  const row = page.getByTestId('service-row').filter({ hasText: service?.name })
  await page.getByRole('button', { name: `More about ${service?.name}` }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(row).toHaveCount(0)
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect(row).toHaveCount(1)
  expect((await publicServices(page, slug)).map((each) => each.id)).toContain(service?.id)
  expect((await freeTimes(page, slug, service!.id, 1, 8)).length).toBeGreaterThan(0)

  await open(page, `/app/${slug}/settings/providers`)
  await page
    .getByTestId('provider-row')
    .getByRole('button', { name: /^More about/ })
    .click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByTestId('provider-row')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('provider-row')).toHaveCount(1)
  await expect.poll(async () => (await freeTimes(page, slug, service!.id, 1, 8)).length).toBeGreaterThan(0)
})

/** Three times of one day that do not touch, and the day. */
function threeOfADay(slots: Slot[]): { day: string; times: Slot[] } {
  const dayOf = ({ start }: Slot) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(start))
  for (const day of new Set(slots.map(dayOf))) {
    const all = slots.filter((slot) => dayOf(slot) === day)
    const [first, middle, last] = [all[0], all[Math.floor(all.length / 2)], all.at(-1)]
    if (first && middle && last && all.length > 20) return { day, times: [first, middle, last] }
  }
  throw new Error('No day has three free times')
}

test('SVC-2 time off over three bookings lists them and is not saved until each is decided on', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/providers', { template: 'other' })
  const [service] = await publicServices(page, slug)
  const { day, times } = threeOfADay(await freeTimes(page, slug, service!.id, 2, 9))
  const ids: string[] = []
  for (const [index, slot] of times.entries()) {
    ids.push(await book(page, slug, service!.id, slot, ['Ada Neri', 'Bice Riva', 'Carlo Sala'][index]!))
  }
  const timesOff = async () => {
    const answer = await page.request.get('/api/time-off', { headers: await asMember(page, slug) })
    return ((await answer.json()) as { items: unknown[] }).items
  }

  await page.getByTestId('provider-row').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Add time off' }).click()
  const dialog = page.getByRole('dialog', { name: /^Time off for/ })
  await dialog.getByLabel('First day').fill(day)
  await dialog.getByLabel('Last day').fill(day)
  await dialog.getByRole('button', { name: 'Save time off' }).click()

  const rows = dialog.getByTestId('affected-row')
  await expect(rows).toHaveCount(3)
  await expect(dialog.getByText('3 bookings fall into this time')).toBeVisible()
  await expect(rows.first()).toContainText('Ada Neri')
  await dialog.getByRole('button', { name: 'Save time off' }).click()
  await expect(dialog.getByText('Decide on 3 more bookings first.')).toBeVisible()
  await dialog.getByLabel("What to do with Ada Neri's booking").selectOption("Keep it: they're coming anyway")
  await dialog.getByLabel("What to do with Bice Riva's booking").selectOption('Cancel it')
  await dialog.getByRole('button', { name: 'Save time off' }).click()
  await expect(dialog.getByText('Decide on 1 more booking first.')).toBeVisible()
  expect(await timesOff()).toEqual([])
  expect((await appointment(page, slug, ids[1]!)).status).toBe('confirmed')

  await dialog.getByLabel("What to do with Carlo Sala's booking").selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Save time off' }).click()
  await expect(dialog).toBeHidden()
  expect(await timesOff()).toHaveLength(1)
  expect(await appointment(page, slug, ids[0]!)).toMatchObject({ status: 'confirmed', start: times[0]!.start })
  expect((await appointment(page, slug, ids[1]!)).status).toBe('cancelled')
  expect((await appointment(page, slug, ids[2]!)).start).not.toBe(times[2]!.start)
  const free = await freeTimes(page, slug, service!.id, 1, 10)
  expect(free.filter(({ start }) => start >= times[0]!.start && start <= times[2]!.start)).toEqual([])
})

test('SVC-4 a service with hours of its own is offered within them only', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/services', { template: 'other' })
  const [service] = await publicServices(page, slug)
  const hoursOf = async () => {
    const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Rome' })
    const free = await freeTimes(page, slug, service!.id, 1, 8)
    return [...new Set(free.map(({ start }) => hour.format(new Date(start))))].sort()
  }
  expect(await hoursOf()).toContain('10')

  await page.getByRole('button', { name: service!.name, exact: true }).click()
  await page.getByRole('switch', { name: 'Hours of its own' }).click()
  const monday = page.locator('[data-day=monday]')
  await monday.getByLabel(/from \(1\)/).fill('15:00')
  await monday.getByLabel(/to \(1\)/).fill('17:00')
  await page.getByRole('button', { name: 'Copy the hours of Monday' }).click()
  await page.getByRole('menuitem', { name: 'Copy to every day' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'is saved.' })).toBeVisible()

  expect(await hoursOf()).toEqual(['15', '16'])
})

test('refuses overlapping hours in place and saves split shifts', async ({ page }) => {
  await openBusiness(page, 'settings/hours', { template: 'other' })
  const monday = page.locator('[data-day=monday]')
  await monday.getByRole('button', { name: 'Add a second time slot' }).click()
  await monday.getByLabel(/from \(1\)/).fill('09:00')
  await monday.getByLabel(/to \(1\)/).fill('13:00')
  await monday.getByLabel(/from \(2\)/).fill('12:00')
  await monday.getByLabel(/to \(2\)/).fill('18:00')
  await expect(monday.getByText('These hours overlap.')).toBeVisible()
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Fix the hours' })).toBeVisible()
  await expect(monday.getByLabel(/from \(2\)/)).toHaveAccessibleDescription('These hours overlap.')
  await expect(monday.locator('input[aria-invalid=true]')).toHaveCount(1)
  await monday.getByLabel(/from \(2\)/).fill('14:00')

  const firstEnd = monday.getByLabel(/to \(1\)/)
  await firstEnd.fill('08:00')
  await expect(firstEnd).toHaveAttribute('aria-invalid', 'true')
  await expect(monday.locator('input[aria-invalid=true]')).toHaveCount(1)
  const told = (await monday.getByText('The end must be after the start.').boundingBox())!
  expect(told.y).toBeGreaterThan((await firstEnd.boundingBox())!.y)
  expect(told.y).toBeLessThan((await monday.getByLabel(/to \(2\)/).boundingBox())!.y)
  await firstEnd.fill('13:00')
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Hours are saved.' })).toBeVisible()
  await page.reload()
  await expect(monday.getByLabel(/from \(2\)/)).toHaveValue('14:00')
})

test('a closed day is kept', async ({ page }) => {
  await openBusiness(page, 'settings/hours', { template: 'other' })
  const year = new Date().getFullYear() + 1
  await page.getByLabel('Date', { exact: true }).fill(`${year}-12-25`)
  await page.getByLabel('Reason, e.g. holiday').fill('Natale')
  await page.getByRole('button', { name: 'Add day' }).click()
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Hours are saved.' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Natale')).toBeVisible()
})

test('the national holidays of the coming year are closed with one press, and single ones taken out', async ({
  page,
}) => {
  const { slug } = await openBusiness(page, 'settings/hours', { template: 'other' })
  await expect(page.getByText('The national holidays of Italy')).toBeVisible()
  await page.getByRole('button', { name: /^Close on 1\d holidays$/ }).click()
  await expect(page.getByText('Christmas Day')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Close on/ })).toHaveCount(0)
  await page.getByRole('button', { name: /^Remove .*-12-26$/ }).click()
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Hours are saved.' })).toBeVisible()
  const answer = await page.request.get('/api/hours', { headers: await asMember(page, slug) })
  const { exceptions } = (await answer.json()) as { exceptions: { date: string; closed: boolean; reason: string }[] }
  expect(exceptions.filter(({ date }) => /-(12-25|12-26|06-02)$/.test(date)).map(({ reason }) => reason)).toEqual(
    expect.arrayContaining(['Christmas Day', 'Republic Day']),
  )
  expect(exceptions.some(({ date }) => date.endsWith('-12-26'))).toBe(false)
})

test('a day is not closed over bookings before each is decided on, whoever asks', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/hours', { template: 'other' })
  const [service] = await publicServices(page, slug)
  const { day, times } = threeOfADay(await freeTimes(page, slug, service!.id, 2, 9))
  const ids = [
    await book(page, slug, service!.id, times[0]!, 'Ada Neri'),
    await book(page, slug, service!.id, times[2]!, 'Bice Riva'),
  ]
  const hours = async () =>
    (await (await page.request.get('/api/hours', { headers: await asMember(page, slug) })).json()) as {
      weekly: object[]
    }
  const { weekly } = await hours()
  const refused = await page.request.put('/api/hours', {
    headers: await asMember(page, slug),
    data: { weekly, exceptions: [{ date: day, closed: true }] },
  })
  expect(refused.status()).toBe(409)

  await page.getByLabel('Date', { exact: true }).fill(day)
  await page.getByRole('button', { name: 'Add day' }).click()
  await page.getByRole('button', { name: 'Save hours' }).click()
  const list = page.getByTestId('affected')
  await expect(list).toContainText('2 bookings fall outside these hours')
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByText('Decide on 2 more bookings first.')).toBeVisible()
  expect(await hours()).toMatchObject({ exceptions: [] })

  await list.getByRole('button', { name: 'Move all to the nearest free time' }).click()
  await list.getByLabel("What to do with Ada Neri's booking").selectOption("Keep it: they're coming anyway")
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByTestId('toast').filter({ hasText: 'Hours are saved.' })).toBeVisible()
  expect(await hours()).toMatchObject({ exceptions: [{ date: day, closed: true }] })
  expect((await appointment(page, slug, ids[0]!)).start).toBe(times[0]!.start)
  expect((await appointment(page, slug, ids[1]!)).start).not.toBe(times[2]!.start)
  // who was moved might want to know, and has no conversation to be told in
  const tell = page.getByRole('dialog', { name: 'Tell 1 customer?' })
  await expect(tell).toContainText('Bice Riva')
  await expect(tell).toContainText('There is no conversation with this customer')
  await tell.getByRole('button', { name: 'Close' }).last().click()
  await expect(tell).toBeHidden()
})

test('adds a provider with hours of their own', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/providers', { template: 'salon' })
  await page.keyboard.press('n')
  await page.getByLabel('Name', { exact: true }).fill('Sara')
  await page.getByRole('radio', { name: 'Own hours' }).click()
  await page.getByRole('switch', { name: 'Open on Monday' }).click()
  await page.getByRole('button', { name: 'Add provider' }).click()
  await expect(page.getByTestId('provider-row').filter({ hasText: 'Sara' })).toContainText('Own hours')
  await open(page, `/app/${slug}/settings/services`)
  await expect(page.getByTestId('service-row').first()).toContainText('Sara')
})
