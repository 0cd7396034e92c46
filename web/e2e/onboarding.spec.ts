import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, open, openBusiness, password } from './business'

/** Counts what a person does: fields filled, things clicked. */
function counting(page: Page) {
  let count = 0
  return {
    fill: async (label: string, text: string) => {
      count++
      await page.getByLabel(label, { exact: true }).fill(text)
    },
    click: async (role: 'button' | 'radio', name: string) => {
      count++
      if (role === 'radio') await page.getByText(name, { exact: true }).click()
      else await page.getByRole(role, { name }).click()
    },
    done: () => count,
  }
}

test('ONB-1 a salon reaches Live in at most 25 interactions without an outside account', async ({ page }) => {
  const person = counting(page)
  await open(page, '/signup')
  await person.fill('Business name', 'Salone Rosa')
  await person.fill('E-mail', `rosa-${Date.now()}@example.test`)
  await person.fill('Password', password)
  await person.click('button', 'Create my front desk')

  await expect(page.getByRole('heading', { name: 'What is your business?' })).toBeVisible()
  await person.click('radio', 'Salon or beauty')
  await person.click('button', 'Save and continue')

  await expect(page.getByRole('heading', { name: 'When are you open?' })).toBeVisible()
  await person.click('button', 'Save and continue')

  await expect(page.getByRole('heading', { name: 'What can customers book?' })).toBeVisible()
  await expect(page.getByLabel('Name of service 1', { exact: true })).not.toHaveValue('')
  await person.click('button', 'Save and continue')

  await expect(page.getByRole('heading', { name: 'Ready to go live' })).toBeVisible()
  await person.click('button', 'Go live')
  await expect(page.getByTestId('setup-live')).toBeVisible()
  expect(person.done()).toBeLessThanOrEqual(25)

  // the business answers the public with bookable times at once
  const slug = /\/app\/([^/]+)\//.exec(page.url())?.[1]
  const { items } = (await (await page.request.get(`/api/public/${slug}/services`)).json()) as {
    items: { id: string }[]
  }
  expect(items.length).toBeGreaterThan(0)
})

test('changes a template service, adds one and takes one away', async ({ page }) => {
  const { slug } = await openBusiness(page, 'setup/services', { template: 'salon' })
  await page.getByLabel('Name of service 1', { exact: true }).fill('Taglio speciale')
  await page.getByLabel('Price of service 1').fill('33,50')
  await page
    .getByRole('button', { name: /^Take .* away$/ })
    .nth(1)
    .click()
  await page.getByRole('button', { name: 'Add a service' }).click()
  const last = page.getByLabel(/^Name of service \d+$/).last()
  await last.fill('Piega di prova')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('heading', { name: 'Ready to go live' })).toBeVisible()
  await open(page, `/app/${slug}/settings/services`)
  await expect(page.getByTestId('service-row').filter({ hasText: 'Taglio speciale' })).toContainText('€33.50')
  await expect(page.getByTestId('service-row').filter({ hasText: 'Piega di prova' })).toBeVisible()
})

test('keeps the entries over a reload', async ({ page }) => {
  await openBusiness(page, 'setup/business')
  await page.getByText('Consultant', { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Studio Verdi')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('heading', { name: 'When are you open?' })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Studio Verdi')
  await expect(page.getByRole('radio', { name: 'Consultant' })).toBeChecked()
})

for (const step of ['business', 'hours', 'services', 'go-live']) {
  test(`step ${step} is accessible, also on a phone`, async ({ page }) => {
    await openBusiness(page, `setup/${step}`, { template: 'salon' })
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 700 })
    await expectAccessible(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
}
