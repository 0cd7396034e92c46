import { expect, test } from '@playwright/test'
import { live, open, openBusiness } from './business'

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

test('tries the business as a customer: the message is stored, the answer comes by itself', async ({ page }) => {
  await openBusiness(page, 'try', { template: 'salon' })
  await live(page)
  await page.getByLabel('Write a message').fill('When are you open on Saturday?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('[data-testid=message][data-author=contact]')).toHaveText(/Saturday/)
  await expect(page.locator('[data-testid=message][data-author=ai]').first()).toBeVisible({ timeout: 15_000 })
})
