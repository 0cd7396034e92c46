import { expect, test } from '@playwright/test'
import { open } from './business'
import { block, book, dragBy, freeTimes, items, moved, nextLastSunday, studio } from './calendar'
import { sandbox, writerOf, xsrf } from './inbox'

// Hours of all lengths in the calendar: days when clocks change, longer appointments, blocked time, and what customers hear.

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
  const start = await book(page, here, 'Paolo Verdi', 9, await writerOf(page, conversation))
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
  // the customer's answer is the assistant's still
  const after = await page.request.get(`/api/conversations/${conversation}`)
  expect(await after.json()).toMatchObject({ handler: 'ai' })
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
  await page.getByRole('button', { name: 'Leave without saving' }).click()

  await blocked.click()
  await page.getByRole('menuitem', { name: 'Free this time again' }).click()
  await expect(blocked).toHaveCount(0)
  expect((await freeTimes(page, here)).map(({ start }) => start)).toContain(from)
})

test('who is called off for blocked time can be told at once, in words that are seen first', async ({ page }) => {
  const here = await studio(page)
  const conversation = await sandbox(page, 'hello')
  await book(page, here, 'Paolo Verdi', 9, await writerOf(page, conversation))
  await book(page, here, 'Anna Neri', 11)
  await open(page, `/app/${here.slug}/calendar?date=${here.date}&who=${here.provider}`)
  await page.getByRole('button', { name: 'Block time' }).click()
  const dialog = page.getByRole('dialog', { name: 'Block time' })
  await dialog.getByLabel('From').fill('08:00')
  await dialog.getByLabel('To', { exact: true }).fill('19:00')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(dialog.getByTestId('affected-row')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Cancel all' }).click()
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()

  const tell = page.getByRole('dialog', { name: 'Tell 2 customers?' })
  await expect(tell.getByLabel('Message to Paolo Verdi')).toHaveValue(/Paolo Verdi .*cancelled/)
  await expect(tell.getByText('no conversation with this customer')).toBeVisible()
  const messages = async () =>
    (await items<{ text: string; author: string }>(page.request, `/api/conversations/${conversation}/messages`)).filter(
      ({ author }) => author === 'member',
    )
  expect(await messages()).toEqual([])
  await tell.getByLabel('Message to Paolo Verdi').fill('Paolo, the doctor is ill on Monday.')
  await tell.getByRole('button', { name: 'Send 1 message' }).click()
  await expect(tell).toBeHidden()
  expect(await messages()).toEqual([expect.objectContaining({ text: 'Paolo, the doctor is ill on Monday.' })])
})
