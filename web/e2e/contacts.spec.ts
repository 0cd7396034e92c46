import { expect, test, type Page } from '@playwright/test'
import { colleague, expectAccessible, live, open, registerBusiness } from './business'
import { rows as conversations, sandbox, writerOf } from './inbox'

const rows = (page: Page) => page.getByTestId('contact-row')
const row = (page: Page, name: string) => rows(page).filter({ hasText: name })

/** Person 0001 and so on, the newest first in the list: the last one stands on top. */
async function crowd(page: Page, many: number): Promise<string> {
  const business = await registerBusiness(page.request, { template: 'other' })
  const { origin } = new URL((await page.request.get('/actuator/health/liveness')).url())
  const door = `http://127.0.0.1:${Number(new URL(origin).port) + 1}/contacts`
  const made = await page.request.post(door, { data: `${business.id} ${many}` })
  expect(made.status()).toBe(204)
  return `/app/${business.slug}/contacts`
}

/** Scrolls until the row is there; answers the most rows that were in the document meanwhile. */
async function scrollTo(page: Page, name: string): Promise<number> {
  let most = 0
  await expect(async () => {
    await page.getByTestId('contact-list').evaluate((list) => list.scrollBy(0, 400))
    most = Math.max(most, await rows(page).count())
    expect(await row(page, name).count()).toBe(1)
  }).toPass({ intervals: [20], timeout: 20_000 })
  await row(page, name).scrollIntoViewIfNeeded()
  return most
}

test('keeps at most 80 rows of many in the document, to the last of them', async ({ page }) => {
  await open(page, await crowd(page, 300))
  await expect(row(page, 'Person 0300')).toBeVisible()
  await expectAccessible(page)
  const most = await scrollTo(page, 'Person 0001')
  expect(most).toBeLessThanOrEqual(80)
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '301')
})

test('comes back to the same place and the same search', async ({ page }) => {
  await open(page, await crowd(page, 150))
  await scrollTo(page, 'Person 0040')
  await row(page, 'Person 0040').click()
  await expect(page.getByRole('heading', { name: 'Person 0040' })).toBeVisible()
  await page.goBack()
  await expect(row(page, 'Person 0040')).toBeInViewport()

  await page.keyboard.press('/')
  await page.keyboard.type('0077')
  await expect(rows(page)).toHaveCount(1)
  await expect(page).toHaveURL(/q=.*0077/)
  await page.reload()
  await expect(rows(page)).toHaveText(['Person 0077'])
  await expect(page.getByRole('searchbox')).toHaveValue('0077')
})

test('is walked by keys, over the edge of what is in the document', async ({ page }) => {
  await open(page, await crowd(page, 150))
  await expect(row(page, 'Person 0150')).toBeVisible()
  await page.keyboard.press('j')
  await expect(row(page, 'Person 0150')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await expect(row(page, 'Person 0149')).toBeFocused()
  // in the list as long as it has the focus, however far away it is
  await page.getByTestId('contact-list').evaluate((list) => list.scrollBy(0, 2_500))
  await expect(row(page, 'Person 0149')).not.toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 'Person 0148')).toBeFocused()
  await expect(row(page, 'Person 0148')).toBeInViewport()
  await page.keyboard.press('End')
  const focused = page.locator('[data-testid=contact-row]:focus')
  await expect(focused).not.toHaveText('Person 0148')
  const name = await focused.innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name })).toBeVisible()
})

test('is put in order by its heads, and shows the columns that were chosen', async ({ page }) => {
  await open(page, await crowd(page, 60))
  await expect(rows(page).first()).toHaveText('Person 0060')
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(rows(page).first()).toHaveText('Person 0001')
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(rows(page).first()).toHaveText('Person 0060')
  await expect(page).toHaveURL(/sort=-name/)

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'E-mail' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Language' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('columnheader')).toHaveText([
    'Name',
    'Channels',
    'Phone',
    'Language',
    'Last seen',
    'First contact',
  ])
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
})

test('keeps a list under a name, apart from those of the inbox', async ({ page }) => {
  const address = await crowd(page, 60)
  await open(page, `${address}?q=Person&sort=name`)
  await page.getByRole('button', { name: 'Your lists' }).click()
  await page.getByRole('menuitem', { name: 'Save this list' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Everybody by name')
  await page.getByRole('button', { name: 'Save list' }).click()
  await expect(page.getByTestId('toast')).toContainText('Everybody by name')

  await open(page, address)
  await expect(rows(page).first()).toHaveText('Person 0060')
  await page.getByRole('button', { name: 'Your lists' }).click()
  await page.getByRole('menuitem', { name: 'Everybody by name', exact: true }).click()
  await expect(rows(page).first()).toHaveText('Person 0001')
  await expect(page).toHaveURL(/sort=name/)
  await expect(page.getByRole('searchbox')).toHaveValue('Person')
  await page.getByRole('button', { name: 'Your lists' }).click()
  await expect(page.getByRole('menuitem', { name: 'Everybody by name', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )

  await open(page, address.replace('contacts', 'inbox/all'))
  await page.locator('button[aria-haspopup=menu]:has(h2)').click()
  await expect(page.getByRole('menuitem', { name: /Mine/ })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Everybody by name' })).toHaveCount(0)
})

test('tells of a contact what was said on every channel, and keeps notes', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'What are your opening hours?')
  const contact = await writerOf(page, id)
  await open(page, `/app/${slug}/contacts/${contact}`)
  await expectAccessible(page)
  await page.getByLabel('Notes').fill('Asks about hours')
  await page.getByLabel('Notes').blur()
  await expect
    .poll(async () => ((await (await page.request.get(`/api/contacts/${contact}`)).json()) as { notes: string }).notes)
    .toBe('Asks about hours')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Try it as a customer/ })
    .click()
  await expect(page).toHaveURL(new RegExp(`/inbox/all/${id}`))
  await expect(page.getByRole('complementary', { name: 'About this customer' }).getByLabel('Notes')).toHaveValue(
    'Asks about hours',
  )
})

test('CON-1 +39 333 123 4567 and 3331234567 are one contact: who is entered again is led to', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'other' })
  await open(page, `/app/${slug}/contacts`)
  await expect(page.getByText('Nobody here yet')).toBeVisible()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog', { name: 'Add contact' })
  await sheet.getByRole('button', { name: 'Add contact' }).click()
  await expect(sheet.getByText('Give a name, a phone or an e-mail.')).toBeVisible()
  await sheet.getByLabel('Name').fill('Anna Rossi')
  await sheet.getByLabel('Phone').fill('+39 333 123 4567')
  await sheet.getByLabel('Notes').fill('Likes tea')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Add contact' }).click()
  await expect(page.getByRole('heading', { name: 'Anna Rossi' })).toBeVisible()
  await expect(page.getByLabel('Notes')).toHaveValue('Likes tea')
  await page.goBack()
  await expect(rows(page)).toHaveText(['Anna Rossi'])

  await page.getByRole('button', { name: 'Add contact' }).click()
  await sheet.getByLabel('Name').fill('Anna from the gym')
  await sheet.getByLabel('Phone').fill('3331234567')
  await sheet.getByRole('button', { name: 'Add contact' }).click()
  await expect(sheet.getByText('This is the number of Anna Rossi.')).toBeVisible()
  await expect(sheet.getByLabel('Name')).toHaveValue('Anna from the gym')
  await expectAccessible(page)
  await sheet.getByRole('link', { name: 'Open it' }).click()
  await page.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page.getByRole('heading', { name: 'Anna Rossi' })).toBeVisible()
  await open(page, `/app/${slug}/contacts`)
  await expect(rows(page)).toHaveText(['Anna Rossi'])
})

test('is edited where one is, keeps its words, and colleagues see it at once', async ({ page }) => {
  const business = await registerBusiness(page.request, { template: 'dental' })
  const conversation = await sandbox(page, 'What are your opening hours?')
  const contact = await writerOf(page, conversation)
  const other = await colleague(page, business, 'operator', 'Olga')
  await open(other, `/app/${business.slug}/contacts`)
  await live(other)
  await expect(rows(other)).toHaveCount(1)

  await open(page, `/app/${business.slug}/contacts/${contact}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Edit contact' })
  await sheet.getByLabel('Name').fill('Bice Neri')
  await sheet.getByLabel('Phone').fill('12')
  // a moment after the last letter
  await expect.poll(() => page.evaluate(() => Object.values(sessionStorage).join())).toContain('"12"')
  await page.reload()
  await expect(sheet.getByLabel('Name')).toHaveValue('Bice Neri')
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet.getByText("This doesn't look like a phone number.")).toBeVisible()
  await sheet.getByLabel('Phone').fill('333 765 4321')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Bice Neri' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('333 765 4321')
  await expect(rows(other)).toHaveText(['Bice Neri'])

  await page.getByRole('link', { name: 'Message' }).click()
  await expect(conversations(page).first()).toContainText('Bice Neri')
  const panel = page.getByRole('complementary', { name: 'About this customer' })
  await panel.getByRole('button', { name: 'Edit' }).click()
  await sheet.getByLabel('Phone').fill('12')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(sheet).toBeHidden()
  // what was given up does not come back
  await panel.getByRole('button', { name: 'Edit' }).click()
  await expect(sheet.getByLabel('Phone')).toHaveValue('333 765 4321')
  await sheet.getByLabel('Name').fill('Bice Neri Conti')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByRole('heading', { name: 'Bice Neri Conti' })).toBeVisible()
  await panel.getByRole('link', { name: 'Bice Neri Conti' }).click()
  await expect(page).toHaveURL(new RegExp(`contacts/${contact}$`))
  await expect(rows(other)).toHaveText(['Bice Neri Conti'])
})
