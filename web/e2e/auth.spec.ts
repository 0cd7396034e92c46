import { expect, test } from '@playwright/test'
import { linkMailedTo } from './mails'
import { codeOf } from './totp'
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

test('adds a second business with the same account, and is in it', async ({ page }) => {
  const { slug, email } = await openBusiness(page, 'home', { name: 'Studio Uno' })
  await page.getByRole('button', { name: /Studio Uno/ }).click()
  await page.getByRole('menuitem', { name: 'Add a business' }).click()
  await expect(page.getByText(email)).toBeVisible()
  await page.getByRole('button', { name: 'Create this front desk' }).click()
  await expect(page.getByText('Fill in this field.')).toBeVisible()
  await page.getByLabel('Business name').fill('Studio Due')
  // a word that was typed is not lost by a reload
  await page.waitForTimeout(400)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByLabel('Business name')).toHaveValue('Studio Due')
  await page.getByRole('button', { name: 'Create this front desk' }).click()
  await expect(page).toHaveURL(/\/app\/studio-due[^/]*\/setup\/business/)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Studio Due')

  await open(page, '/app')
  await expect(page.getByRole('heading', { name: 'Choose a business' })).toBeVisible()
  await page.getByRole('link', { name: /Studio Uno/ }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/home`))
  await open(page, '/app')
  await page.getByRole('link', { name: 'Add a business' }).click()
  await expect(page).toHaveURL(/\/app\/me\/new-business/)
})

test('AUTH-5 after a session is revoked elsewhere the next action leads to the sign-in and back', async ({ page }) => {
  const { slug, email } = await openBusiness(page, 'home')
  const tokens = await page.request.get('/api/auth/sessions')
  const [session] = ((await tokens.json()) as { items: { id: string }[] }).items
  const xsrf = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const ended = await page.request.delete(`/api/auth/sessions/${session?.id}`, { headers: { 'X-XSRF-TOKEN': xsrf } })
  expect(ended.status()).toBe(204)
  // the event stream may have noticed already; else this asks the server, for what Home has not just fetched
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/\/login\?next=/)
  const why = page.getByText('Your sign-in has ended. Sign in again.')
  await expect(why).toBeVisible()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/`))

  // who signs out knows why the sign-in is there
  await page.getByRole('button', { name: 'Your profile and settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByText('Your front desk is waiting.')).toBeVisible()
  await expect(why).toHaveCount(0)
})

test('AUTH-2 six digits that are pasted submit by themselves', async ({ page }) => {
  const { slug, email } = await openBusiness(page, 'home')
  await open(page, '/app/me/security')
  await page.getByTestId('second-factor').getByRole('button', { name: 'Turn on' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill(password)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  const key = (await dialog.getByLabel('Key to type').textContent()) ?? ''
  const firstAt = Date.now()
  await dialog.getByLabel('Six-digit code').fill(codeOf(key, firstAt))
  await expect(page.getByTestId('recovery-codes').getByRole('listitem')).toHaveCount(10)
  const paper = (await page.getByTestId('recovery-codes').getByRole('listitem').first().textContent()) ?? ''
  await dialog.getByRole('button', { name: "I've kept them" }).click()
  await expect(page.getByTestId('second-factor')).toContainText('10 recovery codes left')

  const signIn = async () => {
    await page.context().clearCookies()
    await page.goto(`/app/${slug}/settings/services`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/login\/mfa/)
  }
  await signIn()
  const field = page.getByLabel('Six-digit code')
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(field).toBeFocused()
  // each code is taken once; the one of the next half minute is good already, however fast or slow all this is
  const code = codeOf(key, Math.max(Date.now(), firstAt + 30_000))
  await field.evaluate(
    (input, text) => {
      input.focus()
      document.execCommand('insertText', false, text)
    },
    `${code.slice(0, 3)} ${code.slice(3)}`,
  )
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/settings/services`))

  await signIn()
  await field.fill(code)
  await expect(page.getByText('This code is not right, or was used before.')).toBeVisible()
  await page.getByRole('button', { name: "I don't have my phone" }).click()
  await page.getByLabel('Recovery code', { exact: true }).fill(paper)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/settings/services`))
})

test('AUTH-3 a forgotten password is answered alike for known and unknown addresses', async ({ page }) => {
  const { email } = await registerBusiness(page.request)
  const seen: string[] = []
  for (const address of [email, 'nobody@example.test']) {
    await open(page, '/forgot')
    await page.getByLabel('E-mail').fill(address)
    const [answer] = await Promise.all([
      page.waitForResponse('**/api/auth/forgot'),
      page.getByRole('button', { name: 'Send the link' }).click(),
    ])
    await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible()
    const text = (await page.locator('main').innerText())
      .replaceAll(address, '…')
      .replace(/in \d+ second/, 'in n second')
    seen.push(`${answer.status()} ${answer.headers()['content-length']} ${text}`)
  }
  expect(seen[0]).toBe(seen[1])
  expect(seen[0]).toContain('202')
})

test('AUTH-4 a used reset link shows the way to a new one', async ({ page }) => {
  const { email, slug } = await registerBusiness(page.request)
  await page.context().clearCookies()
  await open(page, '/login')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  // the page before has a field of the same name
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('button', { name: /Send it again in \d+ seconds/ })).toBeDisabled()
  const link = await linkMailedTo(page.request, email, '/reset/')

  await open(page, link)
  await page.getByLabel('New password').fill('password123')
  await expect(page.getByText('Many people use this one. Choose another.')).toBeVisible()
  await page.getByLabel('New password').fill('a whole new password')
  await page.getByRole('button', { name: 'Save the new password' }).click()
  await expect(page).toHaveURL(/\/login$/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a whole new password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/`))

  await open(page, link)
  await expect(page.getByRole('link', { name: 'Get a new link' })).toBeVisible()
  await page.getByRole('link', { name: 'Get a new link' }).click()
  await expect(page).toHaveURL(/\/forgot/)
})

test('a mailed link signs in on a press, and a mail proves the address', async ({ page }) => {
  const { email, slug } = await registerBusiness(page.request)
  await open(page, await linkMailedTo(page.request, email, '/verify/'))
  await expect(page.getByText('Thank you, your address is confirmed.')).toBeVisible()
  await page.context().clearCookies()
  await open(page, '/login/link')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await open(page, await linkMailedTo(page.request, email, '/login/link/'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/app/${slug}/`))
})

for (const [path, name] of [
  ['/login', 'sign-in'],
  ['/signup', 'sign-up'],
  ['/forgot', 'forgotten password'],
  ['/reset/nothing', 'used link'],
]) {
  for (const dark of [false, true]) {
    test(`${name} is accessible in ${dark ? 'dark' : 'light'}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
      await open(page, path as string)
      await expectAccessible(page)
    })
  }
}

test('signing out everywhere else ends every session but this one', async ({ page, browser, baseURL }) => {
  const { slug, email } = await openBusiness(page, 'home')
  const elsewhere = await browser.newContext({ baseURL, locale: 'en-GB' })
  const signedIn = await elsewhere.request.post('/api/auth/login', { data: { email, password } })
  expect(signedIn.status()).toBe(200)
  await open(page, '/app/me/security')
  await expect(page.getByTestId('session-row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  expect((await elsewhere.request.get('/api/me')).status()).toBe(200)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByTestId('session-row')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0)
  expect((await elsewhere.request.get('/api/me')).status()).toBe(401)
  await open(page, `/app/${slug}/home`)
  await expect(page).toHaveURL(/\/home/)
  await elsewhere.close()
})
