import { expect, type Page } from '@playwright/test'
import { xsrf } from './inbox'

/** The simulated WhatsApp stands on the second port after the server's. */
export async function whatsApp(
  page: Page,
  baseURL: string,
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  data?: object,
): Promise<unknown> {
  const port = Number(new URL(baseURL).port) + 2
  const answer = await page.request.fetch(`http://127.0.0.1:${port}/control/${path}`, { method, data })
  expect(answer.ok()).toBe(true)
  return (await answer.text()) ? answer.json() : undefined
}

/** A WhatsApp number for who is signed in, on which the assistant leaves the word to people. */
export async function connectWhatsApp(page: Page, baseURL: string) {
  const phoneNumberId = `1${Date.now()}`
  const accessToken = `EAA-${phoneNumberId}`
  const connected = await page.request.post('/api/channels', {
    headers: await xsrf(page),
    data: {
      type: 'whatsapp',
      name: 'WhatsApp',
      phoneNumberId,
      accessToken,
      wabaId: `waba-${phoneNumberId}`,
      appSecret: 'e2e-app-secret',
    },
  })
  expect(connected.status()).toBe(201)
  const { id } = (await connected.json()) as { id: string }
  await page.request.put(`/api/channels/${id}`, { headers: await xsrf(page), data: { mode: 'off' } })
  await whatsApp(page, baseURL, 'PUT', 'settings', {
    callback: `${baseURL}/webhook/meta`,
    appSecret: 'e2e-app-secret',
    statusDelayMs: 50,
  })
  return { id, phoneNumberId, accessToken }
}

/** The texts that reached this customer, in order. */
export async function sentTo(page: Page, baseURL: string, customer: string): Promise<string[]> {
  const { items } = (await whatsApp(page, baseURL, 'GET', 'ledger?kind=send')) as {
    items: { data: { to?: string; message: { text?: { body: string } } } }[]
  }
  return items.filter(({ data }) => data.to === customer).map(({ data }) => data.message.text?.body ?? '')
}
