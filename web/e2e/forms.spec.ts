import { expect, test, type Page } from '@playwright/test'
import { asMember } from './booking'
import { live, open, openBusiness } from './business'

// Forms lose no word: they ask before they are left, and have what was typed again after a reload.

async function firstConversation(page: Page, slug: string): Promise<{ id: string }> {
  const answer = await page.request.get('/api/conversations?view=all', {
    headers: { 'X-Frontdesk-Business': slug },
  })
  return ((await answer.json()) as { items: { id: string }[] }).items[0]!
}

const forms = [
  { of: 'a label', path: 'settings/labels?edit=new', field: 'Name', words: 'VIP', leave: 'Cancel' },
  { of: 'a saved reply', path: 'settings/saved-replies?edit=new', field: 'Text', words: 'At noon', leave: 'Cancel' },
  { of: 'an invitation', path: 'settings/team', field: 'E-mail', words: 'bea@example.test', leave: 'Labels' },
  { of: "one's own name", path: '/app/me/profile', field: 'Name', words: 'Ada Neri', leave: 'Security' },
]

for (const { of, path, field, words, leave } of forms) {
  test(`the form of ${of} asks before it is left, and has its words again after a reload`, async ({ page }) => {
    const { slug } = await openBusiness(page, 'home')
    const address = path.startsWith('/') ? path : `/app/${slug}/${path}`
    await open(page, address)
    const input = page.getByLabel(field, { exact: true })
    const away = page.getByRole(leave === 'Cancel' ? 'button' : 'link', { name: leave, exact: true })
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    await input.fill(words)
    await away.click()
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await expect(input).toHaveValue(words)

    // the browser asks too
    page.on('dialog', (dialog) => void dialog.accept())
    await page.waitForTimeout(400)
    await page.reload()
    await expect(input).toHaveValue(words)
    await away.click()
    await question.getByRole('button', { name: 'Leave without saving' }).click()
    await expect.poll(() => page.url().endsWith(address)).toBe(false)

    await open(page, address)
    await expect(input).not.toHaveValue(words)
  })
}

test('the mail about what nobody opens is turned off for every browser of the same person', async ({ page }) => {
  await openBusiness(page, 'home')
  await open(page, '/app/me/notifications')
  const mail = page.getByRole('switch', { name: /Nobody opens a waiting conversation/ })
  await expect(mail).toBeChecked()
  await mail.click()
  await expect(mail).not.toBeChecked()
  await expect
    .poll(async () => {
      const kept = await page.request.get('/api/me/preferences')
      return ((await kept.json()) as { notices?: unknown }).notices
    })
    .toEqual({ waitingByMail: false })
  await page.reload()
  await expect(mail).not.toBeChecked()
})

test('what comes up sounds once when wanted, and nothing comes up in quiet hours', async ({ page }) => {
  await page.addInitScript(() => {
    const played = { count: 0 }
    Object.assign(window, { played })
    const Real = window.AudioContext
    window.AudioContext = class extends Real {
      constructor() {
        super()
        played.count++
      }
    }
  })
  const played = () => page.evaluate(() => (window as unknown as { played: { count: number } }).played.count)
  const { slug } = await openBusiness(page, 'home', { template: 'salon' })
  const headers = await asMember(page, slug)
  const askForAPerson = (clientId: string) =>
    page.request.post('/api/sandbox/messages', { headers, data: { text: 'I want to talk to a human', clientId } })
  const goHome = async () => {
    await open(page, `/app/${slug}/home`)
    await live(page)
  }

  await open(page, '/app/me/notifications')
  await page.getByRole('switch', { name: /^Sound/ }).click()
  expect(await played()).toBe(1)
  await goHome()
  await askForAPerson('c1')
  await expect(page.getByTestId('toast')).toContainText('waiting')
  expect(await played()).toBe(1)

  await open(page, '/app/me/notifications')
  await expect(page.getByRole('switch', { name: /^Sound/ })).toBeChecked()
  await page.getByRole('switch', { name: /^Quiet hours/ }).click()
  await page.getByLabel('Quiet from').fill('00:00')
  await page.getByLabel('Quiet until').fill('23:59')
  const { id } = await firstConversation(page, slug)
  await page.request.post(`/api/conversations/${id}/resume`, { headers })
  await page.request.post('/api/notifications/read', { headers, data: {} })
  await goHome()
  const bell = page.getByTestId('bell')
  await expect(bell).toHaveAccessibleName('Notifications')
  await askForAPerson('c2')
  await expect(bell).not.toHaveAccessibleName('Notifications')
  await expect(page.getByTestId('toast')).toHaveCount(0)
  expect(await played()).toBe(0)
})

test('a business says how long the assistant stays away from what people answer', async ({ page }) => {
  const { slug } = await openBusiness(page, 'settings/business')
  const pause = page.getByLabel("After a person's last message, the assistant answers again")
  await expect(pause).toHaveValue('4')
  await pause.selectOption('after 2 days')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByTestId('toast')).toContainText('Saved')
  await page.reload()
  await expect(pause).toHaveValue('48')
  const saved = await page.request.get('/api/business', { headers: { 'X-Frontdesk-Business': slug } })
  expect(await saved.json()).toMatchObject({ assistantPauseHours: 48 })
})

test('a form that stays open after it was saved guards what is typed next', async ({ page }) => {
  await openBusiness(page, 'home')
  await open(page, '/app/me/profile')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Ada Neri')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByTestId('toast')).toContainText('Saved')
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page).toHaveURL(/\/security/)
  await page.getByRole('link', { name: 'Profile' }).click()
  await expect(name).toHaveValue('Ada Neri')
  // even what is typed while the save is on its way
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  await page.route('**/api/me', async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  await name.fill('Ada Bianchi')
  const saved = page.waitForResponse((each) => each.request().method() === 'PUT')
  await page.getByRole('button', { name: 'Save' }).click()
  await name.fill('Ada Verdi')
  answer()
  await saved
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await expect(name).toHaveValue('Ada Verdi')
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
})
