import { expect, test } from '@playwright/test'
import { live, open, openBusiness, registerBusiness } from './business'
import { composer, rows, said } from './inbox'
import { connectWhatsApp, sentTo, whatsApp } from './whatsapp'

test('CH-4 secrets go in and never come back', async ({ page }) => {
  const secret = `EAA-${Date.now()}-not-to-be-seen`
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''))
  })
  const { slug } = await openBusiness(page, 'settings/channels')
  await page.getByRole('button', { name: 'Connect WhatsApp' }).click()
  await page.getByLabel('Phone number ID').fill(`1${Date.now()}`)
  await page.getByLabel('Access token').fill(secret)
  await page.getByLabel('App secret').fill(`app-${secret}`)
  await page.getByRole('button', { name: 'Connect number' }).click()
  const card = page.locator('[data-testid=channel-card][data-type=whatsapp]')
  await expect(card).toBeVisible()

  await card.getByRole('button', { name: 'Manage' }).click()
  await expect(page.getByLabel('Access token')).toHaveValue('')
  await expect(page.getByLabel('Callback URL for Meta')).toHaveText(`${new URL(page.url()).origin}/webhook/meta`)
  await expect(page.getByText('Verify token for Meta')).toBeVisible()
  await expect(page.getByLabel('Access token')).toHaveAttribute('placeholder', /Stored/)
  await open(page, `/app/${slug}/settings/channels`)
  await expect(card).toBeVisible()
  expect(answers.join()).not.toContain(secret)
  expect(await page.content()).not.toContain(secret)
})

test('chat and sandbox are live from the start; the mode changes at once and stays', async ({ page }) => {
  await openBusiness(page, 'settings/channels')
  const chat = page.locator('[data-testid=channel-card][data-type=webchat]')
  await expect(chat).toHaveAttribute('data-state', 'live')
  await expect(chat.locator('code')).toContainText('widget.js')
  await chat.getByRole('radio', { name: 'Suggest' }).click()
  await expect(chat.getByRole('radio', { name: 'Suggest' })).toBeChecked()
  await page.reload()
  await expect(chat.getByRole('radio', { name: 'Suggest' })).toBeChecked()
})

test('CH-1 an account that lets us go shows Needs you everywhere within 2 s and notifies', async ({
  page,
  baseURL,
  context,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  const { phoneNumberId } = await connectWhatsApp(page, baseURL!)
  const from = `39334${String(Date.now()).slice(-7)}`
  await whatsApp(page, baseURL!, 'POST', 'whatsapp/messages', { phoneNumberId, from, name: 'Ana Rossi', text: 'Hello' })
  const home = await context.newPage()
  const inbox = await context.newPage()
  await open(page, `/app/${slug}/settings/channels`)
  await open(home, `/app/${slug}/home`)
  await open(inbox, `/app/${slug}/inbox/all`)
  for (const each of [page, home, inbox]) await live(each)
  await rows(inbox).filter({ hasText: 'Ana Rossi' }).click()
  const card = page.locator('[data-testid=channel-card][data-type=whatsapp]')
  await expect(card).toHaveAttribute('data-state', 'live')
  await expect(composer(inbox)).toBeVisible()

  await whatsApp(page, baseURL!, 'POST', 'whatsapp/change', {
    phoneNumberId,
    field: 'account_update',
    value: { event: 'PARTNER_REMOVED' },
  })

  await Promise.all([
    expect(card.getByText('Needs you', { exact: true })).toBeVisible({ timeout: 2000 }),
    expect(home.getByRole('main').getByText('Needs you', { exact: true })).toBeVisible({ timeout: 2000 }),
    expect(inbox.getByTestId('channel-notice')).toContainText('needs you', { timeout: 2000 }),
    expect(home.getByRole('button', { name: /Notifications.*1/ })).toBeVisible({ timeout: 2000 }),
  ])
  await expect(card.getByRole('button', { name: 'Connect again' })).toBeVisible()
  await home.getByRole('button', { name: /Notifications/ }).click()
  await expect(home.getByText(/WhatsApp.*needs/)).toBeVisible()
})

test('CH-2 what is written while the token is refused waits, and goes out once and in order after a new one', async ({
  page,
  baseURL,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'salon' })
  const { phoneNumberId, accessToken } = await connectWhatsApp(page, baseURL!)
  const from = `39335${String(Date.now()).slice(-7)}`
  await whatsApp(page, baseURL!, 'POST', 'whatsapp/messages', { phoneNumberId, from, name: 'Ana Rossi', text: 'Hello' })
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await rows(page).filter({ hasText: 'Ana Rossi' }).click()
  await whatsApp(page, baseURL!, 'POST', 'tokens/revoke', { accessToken })
  const written = ['One', 'Two', 'Three']
  for (const text of written) {
    await composer(page).fill(text)
    await composer(page).press('Control+Enter')
    await expect(said(page, 'member').filter({ hasText: text })).toHaveAttribute('data-status', 'queued', {
      timeout: 10_000,
    })
  }
  await expect(page.getByTestId('channel-notice')).toBeVisible()
  expect(await sentTo(page, baseURL!, from)).toEqual([])

  await page.getByRole('link', { name: 'Open the channel' }).click()
  await page.getByLabel('Access token').fill(`${accessToken}-again`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator(`[data-testid=channel-card][data-type=whatsapp]`)).toHaveAttribute('data-state', 'live')

  await expect.poll(() => sentTo(page, baseURL!, from), { timeout: 15_000 }).toEqual(written)
  await open(page, `/app/${slug}/inbox/all`)
  await rows(page).filter({ hasText: 'Ana Rossi' }).click()
  await expect(said(page, 'member').last()).toHaveAttribute('data-status', /sent|delivered|read/)
  await expect(page.getByTestId('channel-notice')).toHaveCount(0)
  expect(await sentTo(page, baseURL!, from)).toEqual(written)
})

test('CH-3 a test message goes round: from the customer to the inbox, and the answer back', async ({
  page,
  context,
}) => {
  const { slug } = await openBusiness(page, 'settings/channels', { template: 'salon' })
  await page
    .locator('[data-testid=channel-card][data-type=sandbox]')
    .getByRole('link', { name: 'Try it as a customer' })
    .click()
  await live(page)
  await page.getByLabel('Write a message').fill('When are you open on Saturday?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const bubbles = page.getByTestId('message')
  await expect(bubbles.and(page.locator('[data-author=contact]'))).toHaveText(/Saturday/)
  await expect(bubbles.and(page.locator('[data-author=ai]')).first()).toBeVisible({ timeout: 15_000 })

  const inbox = await context.newPage()
  await open(inbox, `/app/${slug}/inbox/all`)
  await live(inbox)
  await rows(inbox).first().click()
  await expect(said(inbox, 'contact')).toHaveText(/Saturday/)
  await composer(inbox).fill('See you on Saturday')
  await composer(inbox).press('Control+Enter')

  const answer = bubbles.and(page.locator('[data-author=member]'))
  await expect(answer).toHaveText(/See you on Saturday/)
  await expect(answer).toHaveCount(1)
})
