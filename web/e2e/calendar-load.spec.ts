import { expect, test, type Page } from '@playwright/test'
import { open } from './business'
import { block, freeTimes, items, studio } from './calendar'
import { xsrf } from './inbox'

// Without a trace, which looks at the whole page at every step.

test.use({ trace: 'off' })

test('CAL-8 among two hundred bookings in eight columns a drag never holds the screen up', async ({ page }) => {
  test.setTimeout(180_000)
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
  // a busy machine stops anybody at times: one quiet drag of three shows what the drag itself costs
  const longest: number[] = []
  for (let attempt = 0; attempt < 3 && !longest.some((each) => each < 200); attempt++) {
    longest.push(await longestTask(page, () => dragAcross(page)))
  }
  expect(Math.min(...longest)).toBeLessThan(200)
})

async function dragAcross(page: Page) {
  const from = (await block(page, 'Patient 1-20').boundingBox())!
  await page.mouse.move(from.x + 20, from.y + 4)
  await page.mouse.down()
  for (let step = 1; step <= 60; step++) {
    await page.mouse.move(from.x + 20 + step * 10, from.y + 4 + Math.sin(step / 6) * 120)
  }
  await page.mouse.move(from.x + 20, from.y + 4, { steps: 20 })
  await page.mouse.up()
}

/** The longest that the page was busy without a pause meanwhile. */
async function longestTask(page: Page, run: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({
      type: 'longtask',
    })
    Object.assign(window, { tasks })
  })
  await run()
  return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
}
