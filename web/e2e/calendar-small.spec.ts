import { expect, test } from '@playwright/test'
import { expectAccessible, open } from './business'
import { block, book, items, romeHour, studio } from './calendar'
import { xsrf } from './inbox'

// The calendar where there is no room beside it: on phones and tablets.

for (const [where, size] of [
  ['a phone', { width: 320, height: 640 }],
  ['a tablet', { width: 820, height: 1180 }],
] as const) {
  test(`on ${where} the date opens a month to jump in and the people to show`, async ({ page }) => {
    await page.setViewportSize(size)
    const here = await studio(page)
    const made = await page.request.post('/api/providers', {
      headers: await xsrf(page),
      data: { name: 'Sara Hygienist', serviceIds: [here.service] },
    })
    expect(made.status()).toBe(201)
    await book(page, here, 'Paolo Verdi', 9)
    await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=agenda`)
    await expect(block(page, 'Paolo Verdi')).toBeVisible()
    const chooser = page.getByRole('button', { name: /choose day and people$/ })
    await chooser.click()
    const choice = page.getByRole('dialog')
    await expectAccessible(page)
    const own = (await items<{ id: string; name: string }>(page.request, '/api/providers')).find(
      ({ id }) => id === here.provider,
    )!
    await choice.getByLabel(own.name).uncheck()
    await expect(block(page, 'Paolo Verdi')).toHaveCount(0)
    await choice.getByLabel(own.name).check()
    await expect(block(page, 'Paolo Verdi')).toBeVisible()

    await choice.getByRole('button', { name: 'Next month' }).click()
    await choice.getByRole('region', { name: 'Month' }).getByRole('button', { name: / 15 / }).click()
    await expect(choice).toBeHidden()
    await expect(page).toHaveURL(/date=\d{4}-\d{2}-15/)
    await expect(block(page, 'Paolo Verdi')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
}

test('with nobody chosen every view says so, and shows everybody again at one press', async ({ page }) => {
  const here = await studio(page)
  await book(page, here, 'Paolo Verdi', 9)
  for (const view of ['week', 'agenda']) {
    await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=${view}`)
    await expect(block(page, 'Paolo Verdi')).toBeVisible()
    for (const person of await page.getByRole('region', { name: 'People' }).getByRole('checkbox').all()) {
      await person.uncheck()
    }
    await expect(page.getByText('Nobody is selected')).toBeVisible()
    await expect(block(page, 'Paolo Verdi')).toHaveCount(0)
    await page.getByRole('button', { name: 'Show everybody' }).click()
    await expect(block(page, 'Paolo Verdi')).toBeVisible()
  }
})

test('the list shows blocked time too, and frees it again', async ({ page }) => {
  const here = await studio(page)
  const start = await book(page, here, 'Paolo Verdi', 9)
  const after = new Date(Date.parse(start) + 3 * 3_600_000)
  const taken = await page.request.post('/api/time-off', {
    headers: await xsrf(page),
    data: {
      providerId: here.provider,
      start: after.toISOString(),
      end: new Date(after.getTime() + 3_600_000).toISOString(),
      reason: 'Team meeting',
    },
  })
  expect(taken.status()).toBe(201)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&view=agenda`)
  await expect(page.getByRole('listitem').filter({ hasText: /Paolo Verdi|Team meeting/ })).toHaveText([
    /Paolo Verdi/,
    /Team meeting/,
  ])
  const blocked = page.getByTestId('time-off-block')
  await expect(blocked).toContainText(`${romeHour(after.toISOString())}:`)
  await expectAccessible(page)
  await blocked.click()
  await page.getByRole('menuitem', { name: 'Free this time again' }).click()
  await expect(blocked).toHaveCount(0)
  await page.getByTestId('toast').getByRole('button', { name: 'Undo' }).click()
  await expect(blocked).toContainText('Team meeting')
})

test('on a phone the list opens at today, with the days before above it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const here = await studio(page)
  await book(page, here, 'Paolo Verdi', 9)
  const [one] = await items<{ id: string; start: string }>(page.request, '/api/appointments')
  const days = Array.from({ length: 15 }, (_, index) => new Date(Date.now() + (index - 7) * 86_400_000))
  const full = days.flatMap((day) =>
    Array.from({ length: 12 }, (_, index) => {
      const start = Date.parse(`${day.toISOString().slice(0, 10)}T08:00:00Z`) + index * 1_800_000
      const at = (instant: number) => new Date(instant).toISOString()
      return { ...one, id: at(start), start: at(start), end: at(start + 1_800_000) }
    }),
  )
  await page.route(/\/api\/appointments\?/, (route) => route.fulfill({ json: { items: full } }))
  await open(page, `/app/${here.slug}/calendar`)
  const rome = { timeZone: 'Europe/Rome', weekday: 'long', day: 'numeric', month: 'long' } as const
  const name = new Intl.DateTimeFormat('en-GB', rome).format(Date.now()).replace(',', '')
  const today = page.getByRole('region', { name })
  await expect(today.getByRole('listitem').first()).toBeInViewport({ ratio: 1 })
  const list = (await today.locator('..').boundingBox())!
  await expect.poll(async () => Math.round((await today.boundingBox())!.y - list.y)).toBe(0)
})
