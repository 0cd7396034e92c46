import { expect, test } from '@playwright/test'
import { colleague, expectAccessible, live, open, registerBusiness } from './business'
import { composer, customer, rows, said, sandbox, suggestOnly, xsrf } from './inbox'
import { connectWhatsApp, sentTo, whatsApp } from './whatsapp'

// What a team does in its inbox, by the names of ui.md S3.

test('INB-8 a failed delivery shows its reason and Retry, gathers in attention, and Retry sends once', async ({
  page,
  baseURL,
}) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const { phoneNumberId } = await connectWhatsApp(page, baseURL!)
  const from = `39333${String(Date.now()).slice(-7)}`
  await whatsApp(page, baseURL!, 'POST', 'whatsapp/messages', { phoneNumberId, from, name: 'Ana Rossi', text: 'Hello' })

  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await rows(page).filter({ hasText: 'Ana Rossi' }).click()
  await whatsApp(page, baseURL!, 'POST', 'faults', { name: 'undeliverable', times: 1, phoneNumberId })
  await composer(page).fill('We are open')
  await composer(page).press('Control+Enter')
  const sent = said(page, 'member')
  await expect(sent).toHaveAttribute('data-status', 'failed', { timeout: 10_000 })
  await expect(sent.getByRole('alert')).toContainText("WhatsApp can't deliver to this number")
  await open(page, `/app/${slug}/inbox/attention`)
  await expect(rows(page).first()).toContainText('Failed')

  await rows(page).first().click()
  await sent.getByRole('button', { name: 'Retry' }).click()
  await expect(sent).toHaveAttribute('data-status', /sent|delivered|read/, { timeout: 10_000 })
  await expect(sent).toHaveCount(1)
  // the one that failed, and the one that did not
  expect(await sentTo(page, baseURL!, from)).toHaveLength(2)
})

test('INB-10 50 are selected, then all that match: the label is on every one, and taken back', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const visitors = await playwright.request.newContext({ baseURL })
  for (let n = 0; n < 60; n += 10) {
    await Promise.all(Array.from({ length: 10 }, async (_, k) => (await customer(visitors, slug))(`Hello ${n + k}`)))
  }
  const headers = await xsrf(page)
  await page.request.post('/api/labels', { headers, data: { name: 'VIP', color: 2 } })
  await open(page, `/app/${slug}/inbox/all`)
  await live(page)
  await expect(rows(page).first()).toBeVisible()
  await rows(page).first().focus()
  await page.keyboard.press('x')
  const bar = page.getByTestId('bulk-bar')
  await expect(bar).toContainText('1 selected')
  await bar.getByRole('button', { name: /Select all 50 shown/ }).click()
  await expect(bar).toContainText('50 selected')
  await bar.getByRole('button', { name: 'Select all 60 matching' }).click()
  await expect(bar).toContainText('60 selected')
  await bar.getByRole('button', { name: 'Labels' }).click()
  await page.getByRole('menuitem', { name: 'VIP' }).first().click()
  await expect(page.getByTestId('toast').filter({ hasText: '60 conversations changed' })).toBeVisible({
    timeout: 30_000,
  })
  const counts = async () =>
    ((await (await page.request.get('/api/conversations/counts')).json()) as { labels: { count: number }[] }).labels
  expect((await counts())[0]?.count).toBe(60)
  await expect(rows(page).first().getByTestId('label')).toHaveText('VIP')

  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('toast').filter({ hasText: '60 conversations are as they were' })).toBeVisible({
    timeout: 30_000,
  })
  expect(await counts()).toEqual([])
  await visitors.dispose()
})

test('INB-12 older messages come in above, and the first one in view stays where it was', async ({ page }) => {
  test.setTimeout(90_000)
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const headers = await xsrf(page)
  for (let n = 0; n < 250; n += 25) {
    for (let k = 0; k < 25; k++) {
      await page.request.post(`/api/conversations/${id}/notes`, { headers, data: { text: `Note ${n + k}` } })
    }
  }
  await open(page, `/app/${slug}/inbox/all/${id}`)
  const thread = page.getByTestId('thread')
  await expect(thread.getByText('Note 249')).toBeVisible()
  for (let page_ = 0; page_ < 4; page_++) {
    await thread.evaluate((box) => box.scrollTo({ top: 0 }))
    const first = thread.getByTestId('message').first()
    const known = await first.getAttribute('data-id')
    const before = (await first.boundingBox())!.y
    const count = await thread.getByTestId('message').count()
    await thread.getByRole('button', { name: 'Show older messages' }).click()
    await expect.poll(() => thread.getByTestId('message').count()).toBeGreaterThan(count)
    const after = (await thread.locator(`[data-id="${known}"]`).boundingBox())!.y
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2)
  }
})

test('a saved reply is found by /, filled for the customer, and never sent with a gap', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental', name: 'Studio Aurora' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/settings/saved-replies`)
  await page.getByRole('button', { name: 'New saved reply' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Way here')
  await page.getByLabel('Text').fill('Welcome to ')
  await page.getByRole('button', { name: 'Your business' }).click()
  await page.getByLabel('Text').press('End')
  await page.getByRole('button', { name: 'Next appointment' }).click()
  await page.getByRole('button', { name: 'Save reply' }).click()
  await expect(page.getByTestId('saved-reply-list')).toContainText('Way here')

  await open(page, `/app/${slug}/inbox/all/${id}`)
  await composer(page).pressSequentially('/wa')
  await expect(page.getByTestId('picker')).toContainText('Way here')
  await page.keyboard.press('Enter')
  await expect(composer(page)).toHaveValue('Welcome to Studio Aurora{{appointment}}')
  await composer(page).press('Control+Enter')
  await expect(page.getByTestId('composer')).toContainText('Fill in {{appointment}} first')
  await expect(said(page, 'member')).toHaveCount(0)
  await composer(page).fill('Welcome to Studio Aurora')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(1)
})

test('a colleague named in a note is told, and finds it among the mentions', async ({ page }) => {
  const business = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  const giulia = await colleague(page, business, 'operator', 'Giulia Conti')
  await open(giulia, `/app/${business.slug}/home`)
  await live(giulia)
  await open(page, `/app/${business.slug}/inbox/all/${id}`)
  await page.getByRole('tab', { name: 'Note' }).click()
  await composer(page).pressSequentially('@giu')
  await page.keyboard.press('Enter')
  await page.keyboard.type('please look')
  await expect(composer(page)).toHaveValue('@Giulia Conti please look')
  await composer(page).press('Control+Enter')
  await expect(giulia.getByTestId('toast')).toContainText('were mentioned')
  await open(giulia, `/app/${business.slug}/inbox/mentions`)
  await expect(rows(giulia)).toHaveCount(1)
  await giulia.context().close()
})

test('what is written for later waits in sight, and can be stopped', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await composer(page).fill('Good morning')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page.getByRole('menuitem', { name: /Tomorrow morning/ }).click()
  await expect(composer(page)).toHaveValue('')
  await expect(page.getByTestId('scheduled')).toContainText('Good morning')
  await page.reload()
  await expect(page.getByTestId('scheduled')).toContainText('Good morning')
  await page.getByRole('button', { name: "Don't send this" }).click()
  await expect(page.getByTestId('scheduled')).toHaveCount(0)
  await expect(said(page, 'member')).toHaveCount(0)
})

test('the menu of a conversation leads on to its lists, by mouse and by keys', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const more = page.getByRole('button', { name: 'More actions' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Label…' }).click()
  await expect(page.getByRole('menuitem', { name: 'Label…' })).toHaveCount(0)
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await more.click()
  await page.getByRole('menuitem', { name: 'Assign…' }).click()
  await expect(page.getByRole('menu').getByText('Assign to')).toBeVisible()
  await page.keyboard.press('Escape')
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Snooze…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Until they write' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('toast')).toContainText('Snoozed')
})

test('snoozed until they write, it comes back with the message', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'Hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await page.keyboard.press('s')
  await page.getByRole('menuitem', { name: 'Until they write' }).click()
  await expect(page.getByTestId('toast')).toContainText('until the customer writes')
  await open(page, `/app/${slug}/inbox/snoozed`)
  await live(page)
  await expect(rows(page)).toHaveCount(1)
  await sandbox(page, 'I am back')
  await expect(rows(page)).toHaveCount(0)
})

test('an answer of the assistant is found good or bad, with a reason that stays', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'What are your opening hours?')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await expect(said(page, 'ai')).toHaveCount(1)
  await page.getByRole('button', { name: 'Bad answer' }).click()
  await page.getByLabel('What was wrong?').fill('Too long')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Bad answer' })).toHaveAttribute('aria-pressed', 'true')
})

test('the assistant suggests drafts: said otherwise, put away, taken by key one after the other', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  await suggestOnly(page)
  const id = await sandbox(page, 'What are your opening hours?')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const drafts = page.locator('[data-testid="message"][data-kind="suggestion"]')
  await expect(drafts).toHaveCount(2)
  await expect(drafts.last()).toContainText('thank you for writing')
  await expect(drafts.first()).toContainText('Draft 1 of 2')
  await page.keyboard.press('Control+j')
  await expect(composer(page)).toHaveValue(/9:00/)
  await expect(composer(page)).not.toHaveValue(/thank you for writing/)
  await page.keyboard.press('Control+j')
  await expect(composer(page)).toHaveValue(/thank you for writing/)
  await composer(page).fill('Changed by hand')
  await page.getByRole('tab', { name: 'Note' }).click()
  await expect(composer(page)).toHaveValue('')
  await page.getByRole('tab', { name: 'Reply' }).click()
  await expect(composer(page)).toHaveValue('Changed by hand')
  await drafts.first().getByRole('button', { name: 'Discard' }).click()
  await expect(drafts).toHaveCount(1)
  await drafts.getByRole('button', { name: 'Reword' }).click()
  await page.getByRole('menuitem', { name: 'Warmer' }).click()
  await expect(drafts).toHaveCount(2)
  expect(await said(page, 'ai').count()).toBe(0)
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(1)
  await expect(drafts).toHaveCount(0)
})

test('what a draft says is done is done when it is sent, and not before', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  await suggestOnly(page)
  const appointments = async () =>
    ((await (await page.request.get('/api/appointments')).json()) as { items: unknown[] }).items.length
  const id = await sandbox(page, 'A check-up next Tuesday at 10 please. Ana Bell, 333 5558101')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  const draft = page.locator('[data-testid="message"][data-kind="suggestion"]').first()
  await expect(draft.getByTestId('deed')).toContainText('is held for 10 minutes')
  await expect(page.getByTestId('composer')).toContainText('Nothing goes out without you')
  await draft.getByRole('button', { name: 'Why this reply' }).click()
  const why = page.getByRole('dialog', { name: 'Why this reply' })
  await expect(why.getByRole('heading', { name: 'What it looked up, and would do' })).toBeVisible()
  await expect(why.getByRole('listitem').filter({ hasText: 'Proposing a booking' })).toContainText(
    'Done once you send the draft',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+j')
  await expect(page.getByTestId('sending-does')).toContainText('is held for 10 minutes')
  await page.reload()
  await expect(page.getByTestId('sending-does')).toContainText('is held for 10 minutes')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveAttribute('data-status', 'sent')
  await expect(page.getByTestId('sending-does')).toHaveCount(0)

  await sandbox(page, 'yes please')
  await expect(draft.getByTestId('deed')).toContainText('is in the calendar')
  expect(await appointments()).toBe(0)
  // the draft takes the place of what was begun
  await composer(page).fill('Hi')
  await draft.getByRole('button', { name: 'Use this text' }).click()
  await composer(page).press('End')
  await composer(page).pressSequentially(' See you!')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'member')).toHaveCount(2)
  await expect.poll(appointments).toBe(1)
})

test('a file that is dropped or pasted is taken, or refused in words, and nothing is lost', async ({ page }) => {
  const { slug } = await registerBusiness(page.request, { template: 'dental' })
  const id = await sandbox(page, 'hello')
  await open(page, `/app/${slug}/inbox/all/${id}`)
  await live(page)
  await composer(page).fill('Half a sentence')
  for (const type of ['drop', 'paste']) {
    const stayed = await composer(page).evaluate((box, type) => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'x-ray.png', { type: 'image/png' }))
      const more = { bubbles: true, cancelable: true }
      return box.dispatchEvent(
        type === 'drop'
          ? new DragEvent(type, { ...more, dataTransfer: data })
          : new ClipboardEvent(type, { ...more, clipboardData: data }),
      )
    }, type)
    expect(stayed).toBe(false)
    // its bytes are none of a picture
    await expect(page.getByTestId('chosen-file').getByRole('alert')).toContainText('This kind of file cannot be sent')
    await page.getByRole('button', { name: 'Remove x-ray.png' }).click()
  }
  await expect(composer(page)).toHaveValue('Half a sentence')
})

for (const path of ['settings/labels', 'settings/labels?edit=new', 'settings/saved-replies?edit=new']) {
  test(`${path} is accessible in both themes`, async ({ page }) => {
    const { slug } = await registerBusiness(page.request)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, `/app/${slug}/${path}`)
      await expectAccessible(page)
    }
  })
}
