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
