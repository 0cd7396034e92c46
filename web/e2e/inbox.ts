import { expect, type APIRequestContext, type Page } from '@playwright/test'

// What the tests of the inbox share.

export async function xsrf(page: Page): Promise<Record<string, string>> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  return { 'X-XSRF-TOKEN': cookie?.value ?? '' }
}

/** Writes as "Try it as a customer"; answers the conversation. */
export async function sandbox(page: Page, text: string): Promise<string> {
  const answer = await page.request.post('/api/sandbox/messages', {
    headers: await xsrf(page),
    data: { text, clientId: crypto.randomUUID() },
  })
  expect(answer.status()).toBe(202)
  return ((await answer.json()) as { conversationId: string }).conversationId
}

/** On "Try it as a customer" the assistant drafts from now on, and a member sends. */
export async function suggestOnly(page: Page): Promise<void> {
  const channels = (await (await page.request.get('/api/channels')).json()) as { items: { id: string; type: string }[] }
  const chat = channels.items.find(({ type }) => type === 'sandbox')!
  const changed = await page.request.put(`/api/channels/${chat.id}`, {
    headers: await xsrf(page),
    data: { mode: 'suggest' },
  })
  expect(changed.ok()).toBe(true)
}

/** Who writes in a conversation. */
export async function writerOf(page: Page, conversation: string): Promise<string> {
  const { contact } = (await (await page.request.get(`/api/conversations/${conversation}`)).json()) as {
    contact: { id: string }
  }
  return contact.id
}

/** A customer on the business's site; answers how to write more. */
export async function customer(request: APIRequestContext, slug: string) {
  const { token } = (await (await request.post(`/api/public/${slug}/chat/sessions`, { data: {} })).json()) as {
    token: string
  }
  return async (text: string) => {
    const answer = await request.post(`/api/public/${slug}/chat/messages`, {
      headers: { Authorization: `Bearer ${token}` },
      data: { text, clientId: crypto.randomUUID() },
    })
    expect(answer.status()).toBe(202)
  }
}

export const rows = (page: Page) => page.getByTestId('conv-row')
export const said = (page: Page, author: string) =>
  page.locator(`[data-testid="message"][data-author="${author}"][data-kind="text"]`)
export const messages = (page: Page, author: string) => page.locator(`[data-testid="message"][data-author="${author}"]`)
export const composer = (page: Page) => page.getByTestId('composer').getByRole('textbox')
