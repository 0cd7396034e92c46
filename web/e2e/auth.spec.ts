import { expect, test } from '@playwright/test'
import { expectAccessible, open, openBusiness, password, registerBusiness } from './business'

test('AUTH-1 the password field takes a paste and names itself to password managers', async ({ page }) => {
  await open(page, '/signup')
  const field = page.getByLabel('Password', { exact: true })
  await expect(field).toHaveAttribute('autocomplete', 'new-password')
  await expect(page.getByLabel('E-mail')).toHaveAttribute('autocomplete', 'username')
  await field.focus()
  await field.evaluate((input, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    const allowed = input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    if (allowed) document.execCommand('insertText', false, text)
  }, password)
  await expect(field).toHaveValue(password)
  await open(page, '/login')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('autocomplete', 'current-password')
})

test('signs in, and returns to the page that was asked for', async ({ page, playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL })
  const { slug, email } = await registerBusiness(request, { template: 'salon' })
  await request.dispose()
  await page.goto(`/app/${slug}/settings/services`)
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('E-mail or password is not right')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/settings/services`))
})

test('says which field is wrong, keeps what was typed', async ({ page }) => {
  await open(page, '/signup')
  await page.getByLabel('Business name').fill('Salone Rosa')
  await page.getByLabel('E-mail').fill('not an address')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create my front desk' }).click()
  await expect(page.getByText("This doesn't look like an e-mail address.")).toBeVisible()
  await expect(page.getByText('Use at least 10 characters.')).toBeVisible()
  await expect(page.getByLabel('Business name')).toHaveValue('Salone Rosa')
})

test('AUTH-5 after a session is revoked elsewhere the next action leads to the sign-in and back', async ({ page }) => {
  const { slug, email } = await openBusiness(page, 'home')
  const tokens = await page.request.get('/api/auth/sessions')
  const [session] = ((await tokens.json()) as { items: { id: string }[] }).items
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  await page.request.delete(`/api/auth/sessions/${session?.id}`, { headers: { 'X-XSRF-TOKEN': xsrf } })
  // the event stream may have noticed already; else this asks the server
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/`))
})

for (const [path, name] of [
  ['/login', 'sign-in'],
  ['/signup', 'sign-up'],
]) {
  for (const dark of [false, true]) {
    test(`${name} is accessible in ${dark ? 'dark' : 'light'}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
      await open(page, path as string)
      await expectAccessible(page)
    })
  }
}
