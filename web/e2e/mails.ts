import { expect, type APIRequestContext } from '@playwright/test'

interface Mail {
  subject: string
  text: string
  links: string[]
}

/** What the simulated mail server took for an address, newest first. */
async function mailsTo(request: APIRequestContext, address: string): Promise<Mail[]> {
  const port = Number(process.env.FRONTDESK_E2E_PORT) + 2
  const answer = await request.get(`http://127.0.0.1:${port}/control/mails?to=${encodeURIComponent(address)}`)
  return ((await answer.json()) as { items: Mail[] }).items
}

/** The page that the newest mail with such a link leads to, as a path of ours. */
export async function linkMailedTo(request: APIRequestContext, address: string, path: string): Promise<string> {
  let found: string | undefined
  await expect(async () => {
    const links = (await mailsTo(request, address)).flatMap((mail) => mail.links)
    found = links.find((link) => new URL(link).pathname.startsWith(path))
    expect(found).toBeDefined()
  }).toPass({ timeout: 10_000 })
  return new URL(found as string).pathname
}

export async function countMailsTo(request: APIRequestContext, address: string): Promise<number> {
  return (await mailsTo(request, address)).length
}
