import { expect, test, type Locator, type Page } from '@playwright/test'
import { asMember, freeTimes } from './booking'
import { live, open, registerBusiness } from './business'
import { composer, rows, said, sandbox, suggestOnly, writerOf } from './inbox'

// What stands between and beside the messages: bookings, reasons, toasts, and what was not sent.

const lines = (page: Page) => page.locator('[data-testid="message"][data-kind="event"]')

/** A member books for who writes, without a screen. */
async function bookFor(page: Page, slug: string, conversation: string): Promise<string> {
  const { items } = (await (await page.request.get(`/api/public/${slug}/services`)).json()) as {
    items: { id: string }[]
  }
  const service = items[0]!.id
  const [slot] = await freeTimes(page, slug, service, 1, 8)
  const booked = await page.request.post('/api/appointments', {
    headers: await asMember(page, slug),
    data: {
      serviceId: service,
      start: slot!.start,
      providerId: slot!.providerId,
      contact: { id: await writerOf(page, conversation), name: 'Ana Bell', phone: '333 5558101' },
    },
  })
  expect(booked.status()).toBe(201)
  return ((await booked.json()) as { id: string }).id
}

test('what happens to the customer’s appointment is a line in the thread, with the way to the calendar', async ({
  page,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)

  const booked = await bookFor(page, slug, id)
  await expect(lines(page)).toHaveText(/^You booked .+, \w{3} \d+ \w{3} \d\d:\d\d · with .+ · \d\d:\d\d$/)
  const cancelled = await page.request.post(`/api/appointments/${booked}/cancel`, {
    headers: await asMember(page, slug),
    data: {},
  })
  expect(cancelled.status()).toBe(200)
  await expect(lines(page)).toHaveCount(2)
  await expect(lines(page).last()).toContainText('You cancelled')

  await lines(page).first().getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/calendar\\?.*booking=${booked}`))
})

test('the assistant’s own booking stands before its words for it, once, and in Italian', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental', locale: 'it' })
  const id = await sandbox(page, 'Vorrei uno sbiancamento martedì prossimo alle 10. Ana Bell, 333 5558101')
  await page.addInitScript(() => localStorage.setItem('fd-locale', 'it'))
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await sandbox(page, 'sì, grazie')
  await expect(said(page, 'ai')).toHaveCount(2)
  await expect(lines(page)).toHaveText(/^L'assistente ha prenotato .+ mar \d+ \w{3} 10:00 · con .+/)
  const order = await page.getByTestId('message').evaluateAll((all) => all.map((each) => each.dataset.kind))
  expect(order).toEqual(['text', 'text', 'text', 'event', 'text'])
})

test('why this reply is said in words, and as it was called behind a disclosure', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  await suggestOnly(page)
  const id = await sandbox(page, 'A check-up next Tuesday at 10 please. Ana Bell, 333 5558101')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await page.getByRole('button', { name: 'Why this reply' }).first().click()
  const why = page.getByRole('dialog', { name: 'Why this reply' })
  await expect(why).toContainText('A booking')
  await expect(why).toContainText('Built-in assistant')
  const proposal = why.getByRole('listitem').filter({ hasText: 'Proposing a booking' })
  await expect(proposal).toContainText(/WhenTue \d+ \w{3} 10:00/)
  await expect(proposal).toContainText('NameAna Bell')
  await expect(why.getByText('"start"').first()).toBeHidden()
  await expect(why).not.toContainText('builtin')
  await proposal.getByText('Details').click()
  await expect(proposal.getByText('"start"')).toBeVisible()
})

test('snoozing offers no time twice', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await page.keyboard.press('s')
  const times = page.getByRole('menuitem').locator('.num')
  await expect(times.first()).toBeVisible()
  const told = await times.allTextContents()
  expect(new Set(told).size).toBe(told.length)
})

const box = async (what: Locator) => (await what.boundingBox())!

for (const [device, width] of Object.entries({ desktop: 1280, tablet: 800, phone: 390 })) {
  test(`toasts leave the composer and its buttons free: ${device}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const { slug } = await registerBusiness(page.request, { template: 'dental' })
    const id = await sandbox(page, 'Hello')
    await open(page, `/app/${slug}/inbox/all/${id}`)
    await live(page)
    await composer(page).fill('One line\nand another\nand a third')
    await page.getByTestId('composer').getByRole('button', { name: 'Send later' }).click()
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).click()
    const toast = page.getByTestId('toast')
    await expect(toast).toBeVisible()
    await expect(page.getByTestId('scheduled')).toBeVisible()
    const [free, covering] = [await box(page.getByTestId('composer')), await box(toast)]
    const beside = covering.x + covering.width <= free.x
    const above = covering.y + covering.height <= free.y
    expect(beside || above).toBe(true)
    await composer(page).click({ timeout: 2_000 })
  })
}

test('a reply that was not sent is marked in the list until it is', async ({ page, context }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await context.setOffline(true)
  await composer(page).fill('We open at nine')
  await composer(page).press('Control+Enter')
  const row = rows(page).first()
  await expect(row).toContainText('Not sent: We open at nine')
  await context.setOffline(false)
  await expect(page.getByTestId('conn-bar')).toHaveCount(0, { timeout: 15_000 })
  await expect(row).toContainText('Not sent: We open at nine')
  await page.reload()
  await expect(row).toContainText('Not sent: We open at nine')
  await page.getByTestId('message').getByRole('button', { name: 'Retry' }).click()
  await expect(row).not.toContainText('Not sent')
})
