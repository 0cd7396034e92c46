#!/usr/bin/env node
// Makes the ahead-of-time cache of the server: starts it and plays customers to it who book by WhatsApp, so that the cache holds
// what was loaded and which code was hot, and later starts answer their first customers with less work.
//   node build/train.mjs JAVA CACHE JAR [FLAG ...]       TRAINING_SECONDS=0 plays nobody and ends once the server is up
// It plays the outside as well, on loopback, on a database of its own that is thrown away. It stays on the path that every
// message takes: code trained together with what a business hardly uses waits, when it runs, until that is loaded too.
import { spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SECONDS = Number(process.env.TRAINING_SECONDS ?? 40)
const LONGEST_START_MS = 120_000
const LONGEST_WAIT_MS = 4000

/** What customers write, whatever they are answered. */
const TALKS = {
  en: [
    ["hi! i'd like to book a cut for tomorrow afternoon", 'the second one', 'Emma Stone', '+44 7911 123456', 'yes please'],
    ['how much is a cut?', 'can i have one on friday at 10?', 'James', '07911 123457', 'yes', 'can we move it to 11', 'yes', 'thanks'],
    ['what are your opening hours', 'do you have anything for a manicure next tuesday after 4pm?', 'a bit later?', 'no, sorry, bye'],
    ['Hello, can you help me with something?', 'how long does a cut take', 'ok thanks, bye'],
  ],
  it: [
    ['ciao, vorrei prenotare un taglio per domani pomeriggio', 'la seconda', 'Giulia Rossi', '333 1234567', 'sì grazie'],
    ['quanto costa un taglio?', 'si può venerdì alle 10?', 'Luca', '333 7654321', 'sì', 'possiamo fare alle 11', 'sì', 'devo disdire', 'sì'],
    ['che orari fate?', 'avete posto per una manicure martedì prossimo dopo le 16?', 'un po più tardi?', 'no, grazie lo stesso'],
    ['Buongiorno, avrei bisogno di un aiuto', 'quanto dura un taglio', 'ok grazie, ciao'],
  ],
}

const [java, cache, jar, ...flags] = process.argv.slice(2)
const secret = 'training'
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Listens on a free port of loopback. */
async function listening(server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server.address().port
}

/** By phone: called when a reply goes out to it. */
const replies = new Map()
const graph = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const message = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id: `wamid.${randomUUID()}` }] }))
    if (['text', 'interactive'].includes(message.type)) replies.get(message.to)?.()
  })
})
const graphPort = await listening(graph)

const free = createServer()
const port = await listening(free)
free.close()
const address = `http://127.0.0.1:${port}`

const folder = mkdtempSync(join(tmpdir(), 'training-'))
const others = Object.entries(process.env).filter(([name]) => !name.startsWith('FRONTDESK_'))
const server = spawn(java, [...flags, `-XX:AOTCacheOutput=${cache}`, '-jar', jar], {
  stdio: 'inherit',
  env: {
    ...Object.fromEntries(others),
    FRONTDESK_DATA_DIR: folder,
    FRONTDESK_DEMO: 'false',
    FRONTDESK_PORT: `${port}`,
    FRONTDESK_DEBOUNCE_MS: '0',
    FRONTDESK_RATE_LIMIT_FACTOR: '100000',
    FRONTDESK_META_APP_SECRET: secret,
    FRONTDESK_META_VERIFY_TOKEN: secret,
    FRONTDESK_META_GRAPH_URL: `http://127.0.0.1:${graphPort}`,
    FRONTDESK_MODEL_CHAIN: 'builtin',
  },
})
const ended = once(server, 'exit')
let interrupted = ''
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    interrupted = signal
    server.kill('SIGKILL')
  })
}

async function post(path, body, headers) {
  const response = await fetch(address + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
  return text ? JSON.parse(text) : null
}

/** A salon of one person; returns its WhatsApp number. */
async function salon(locale, n) {
  const number = `10000000000000${n}`
  const business = {
    businessName: `Salon ${n}`,
    email: `salon${n}@example.com`,
    password: randomUUID(),
    timezone: 'Europe/Rome',
    country: 'IT',
    currency: 'EUR',
    locale,
  }
  const { accessToken } = await post('/api/auth/register', JSON.stringify(business))
  const asOwner = { authorization: `Bearer ${accessToken}` }
  await post('/api/setup/template', JSON.stringify({ template: 'salon' }), asOwner)
  const channel = { type: 'whatsapp', name: 'WhatsApp', phoneNumberId: number, accessToken: secret }
  await post('/api/channels', JSON.stringify(channel), asOwner)
  const { items } = await (await fetch(`${address}/api/services`, { headers: asOwner })).json()
  await post('/api/providers', JSON.stringify({ name: 'Ada', serviceIds: items.map(({ id }) => id) }), asOwner)
  return number
}

async function write(number, from, text) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001', phone_number_id: number },
    contacts: [{ profile: { name: 'Customer' }, wa_id: from }],
    messages: [{ from, id: `wamid.${randomUUID()}`, timestamp: `${Math.floor(Date.now() / 1000)}`, type: 'text', text: { body: text } }],
  }
  const entry = [{ id: 'WABA', changes: [{ field: 'messages', value }] }]
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  await post('/webhook/meta', body, { 'x-hub-signature-256': `sha256=${signature}` })
}

let customers = 0
/** One customer after the other. */
async function customersOf(number, talks, until) {
  while (Date.now() < until) {
    const from = `39333${2_000_000 + customers}`
    for (const text of talks[customers++ % talks.length]) {
      const answered = new Promise((resolve) => replies.set(from, resolve))
      await write(number, from, text)
      await Promise.race([answered, sleep(LONGEST_WAIT_MS)])
    }
    replies.delete(from)
  }
}

async function play() {
  const latest = Date.now() + LONGEST_START_MS
  while (!(await fetch(`${address}/actuator/health/readiness`).then((response) => response.ok, () => false))) {
    if (server.exitCode !== null || Date.now() > latest) throw new Error('The server did not start')
    await sleep(100)
  }
  const until = Date.now() + SECONDS * 1000
  if (SECONDS === 0) return
  await Promise.all(['en', 'it', 'en', 'it'].map(async (locale, n) => customersOf(await salon(locale, n), TALKS[locale], until)))
  console.log(`${customers} customers were played`)
}

await play().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
server.kill('SIGTERM')
await ended
graph.close()
rmSync(folder, { recursive: true, force: true })
// whoever called it is to learn of the signal as well
if (interrupted) process.kill(process.pid, interrupted)
process.exit()
