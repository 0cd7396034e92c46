// Signs a business up and books by chat: node build/external-postgres.mjs http://127.0.0.1:PORT
const base = process.argv[2]
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

async function call(method, path, { token, body } = {}) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
  const answer = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.status === 202 ? undefined : answer.json()
}

async function until(what, found) {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) {
    const value = await found().catch(() => undefined)
    if (value) return value
  }
  throw new Error(`${what} did not happen in two minutes`)
}

await until('The start', () => call('GET', '/actuator/health/readiness'))
const signUp = await call('POST', '/api/auth/register', {
  body: {
    businessName: 'External Salon',
    email: 'owner@external.example',
    password: 'correct horse battery',
    timezone: 'Europe/Rome',
    locale: 'en',
    template: 'salon',
  },
})
const token = signUp.accessToken
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
await call('PUT', '/api/hours', {
  token,
  body: { weekly: days.map((day) => ({ day, open: '08:00', close: '20:00' })), exceptions: [] },
})

const chat = `/api/public/${signUp.tenant.slug}/chat`
const visitor = (await call('POST', `${chat}/sessions`, { body: {} })).token
let heard = 0
async function say(text) {
  await call('POST', `${chat}/messages`, { token: visitor, body: { text, clientId: crypto.randomUUID() } })
  const reply = await until(`An answer to "${text}"`, async () => {
    const { items } = await call('GET', `${chat}/messages`, { token: visitor })
    const replies = items.filter(({ author }) => author === 'ai')
    return replies.length > heard && replies
  })
  heard = reply.length
}
await say('Can I book a haircut tomorrow at 10:00? My name is Ana Rossi, my phone is +39 333 111 2223.')
await say('Yes, please')

const { items } = await call('GET', '/api/appointments', { token })
if (items.length !== 1 || items[0].status !== 'confirmed')
  throw new Error(`Not one confirmed appointment: ${JSON.stringify(items)}`)
