// Measures the running product over HTTP: makes businesses, drives them, prints a table beside the limits.
//   node bench/measure.mjs TARGET SERVER_PID DATABASE_URL [what …]      what: ack builtin booking live memory
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [target, serverPid, databaseUrl, ...wanted] = process.argv.slice(2)
const yardstick = join(import.meta.dirname, 'yardstick')
const pg = createRequire(join(yardstick, 'package.json'))('pg')
const rows = []
const row = (what, figure, limit, more = '') => rows.push({ what, figure, limit, more })
const percentile = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))]
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const id = () => Math.random().toString(36).slice(2)

async function call(method, path, body, token, headers = {}) {
  const response = await fetch(target + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

async function business(name) {
  const { status, body } = await call('POST', '/api/auth/register', {
    businessName: name, email: `${id()}@example.com`, password: 'correct horse battery staple 9', timezone: 'Europe/Rome', country: 'IT',
    currency: 'EUR', locale: 'en',
  })
  if (status !== 201) throw new Error(`register answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** Businesses whose numbers are the driver's PN0 … */
async function shops(count) {
  for (let n = 0; n < count; n++) {
    const { accessToken } = await business(`Shop ${n}`)
    const { status, body } = await call('POST', '/api/channels', { type: 'whatsapp', name: 'WhatsApp', phoneNumberId: `PN${n}`, accessToken: 'bench' }, accessToken)
    if (status !== 201 && body?.type !== '/problems/address-taken') throw new Error(`channel answered ${status}: ${JSON.stringify(body)}`)
  }
}

const drive = (...options) => driveAt(target, ...options)

function driveAt(address, ...options) {
  return new Promise((resolve, reject) => {
    const child = spawn('node', ['drive.js', '--target', address, ...options], { cwd: yardstick })
    let out = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.pipe(process.stderr)
    child.on('close', () => (out ? resolve(JSON.parse(out)) : reject(new Error('the driver said nothing'))))
  })
}

async function transactions() {
  const client = new pg.Client({ connectionString: databaseUrl.split('?')[0] })
  await client.connect()
  await client.query('SELECT pg_stat_force_next_flush()').catch(() => {})
  const { rows: found } = await client.query("SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = 'frontdesk'")
  await client.end()
  return found[0].n
}

/** PostgreSQL's sessions tell what they have committed when they have been idle for ten seconds, at the latest. */
const told = () => sleep(11_000)

/** What the server's polling and jobs commit in a second by themselves, while nobody writes. */
async function polling() {
  const before = await transactions()
  await sleep(10_000)
  return (await transactions() - before) / 10
}

const measures = {
  async ack() {
    await shops(50)
    const measured = async (when, limit, messages) => {
      const result = await drive('--messages', messages, '--rate', '200')
      row(`WhatsApp webhook stored and answered, 200/s, ${when}, p50 / p99`, `${result.ackMs.p50} / ${result.ackMs.p99} ms`, limit, `lost ${result.lost}, twice ${result.duplicates}`)
    }
    await drive('--messages', '500', '--rate', '100')
    await measured('in the first minute', '', '6000')
    await measured('later', 'p99 ≤ 40 ms', '6000')
  },
  async builtin() {
    await told()
    const aSecond = await polling()
    const before = await transactions(), began = performance.now()
    const result = await drive('--messages', '1500', '--rate', '50')
    await told()
    const all = await transactions() - before, polled = aSecond * (performance.now() - began) / 1000
    row('Built-in turn, webhook to reply handed over, 50/s, p50 / p99', `${result.replyMs.p50} / ${result.replyMs.p99} ms`, 'p50 ≤ 60, p99 ≤ 250 ms', 'debounce 0')
    row('Transactions a message, from webhook to sent', ((all - polled) / 1500).toFixed(2), '≤ 4', `${(all / 1500).toFixed(2)} with polling, ${aSecond.toFixed(1)} a second`)
  },
  async booking() {
    const { accessToken } = await business('Race')
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    await call('PUT', '/api/hours', { weekly: days.map((day) => ({ day, open: '09:00', close: '18:00' })), exceptions: [] }, accessToken)
    const service = (await call('POST', '/api/services', { name: 'Cut', durationMinutes: 30, price: { amount: 2500, currency: 'EUR' } }, accessToken)).body.id
    const provider = (await call('POST', '/api/providers', { name: 'Ada', serviceIds: [service] }, accessToken)).body.id
    const other = [], firstTimes = [], laterTimes = [], winners = new Set()
    for (let round = 0; round < 13; round++) {
      const from = new Date(Date.now() + (3 + round) * 864e5).toISOString().slice(0, 10)
      const until = new Date(Date.now() + (4 + round) * 864e5).toISOString().slice(0, 10)
      const { slots } = (await call('GET', `/api/appointments/available?service=${service}&from=${from}&to=${until}`, undefined, accessToken)).body
      const starts = slots.map((slot) => slot.start).filter((start, n, all) => n === 0 || Date.parse(start) % 18e5 === 0).slice(0, 10)
      const won = new Map(starts.map((start) => [start, 0]))
      await Promise.all(Array.from({ length: 64 }, async (_, n) => {
        const start = starts[n % starts.length]
        const began = performance.now()
        const { status } = await call('POST', '/api/appointments', { serviceId: service, providerId: provider, start, contact: { name: `C${n}` } }, accessToken)
        ;(round < 3 ? firstTimes : laterTimes).push(performance.now() - began)
        if (status === 201) won.set(start, won.get(start) + 1)
        else if (status !== 409) other.push(status)
      }))
      won.forEach((count) => winners.add(count))
    }
    const shown = (times) => `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.99).toFixed(0)} ms`
    row('64 at once booking 10 slots, the first three times, p50 / p99', shown(firstTimes), '')
    row('64 at once booking 10 slots, ten times more, p50 / p99', shown(laterTimes), 'p99 ≤ 250 ms', `winners a slot ${[...winners]}, errors ${other.length}`)
  },
  async live() {
    const { accessToken, tenant } = await business('Live')
    const stream = await fetch(`${target}/api/events`, { headers: { authorization: `Bearer ${accessToken}` } })
    const waiting = new Map(), times = []
    const reading = (async () => {
      const decoder = new TextDecoder()
      let text = ''
      for await (const chunk of stream.body) {
        text += decoder.decode(chunk, { stream: true })
        for (const [mark, began] of waiting) if (text.includes(mark)) { times.push(performance.now() - began); waiting.delete(mark) }
        if (times.length === 50) return
      }
    })()
    const { token } = (await call('POST', `/api/public/${tenant.slug}/chat/sessions`, {})).body
    for (let n = 0; n < 50; n++) {
      const mark = `mark-${id()}`
      waiting.set(mark, performance.now())
      await call('POST', `/api/public/${tenant.slug}/chat/messages`, { text: mark, clientId: id() }, token)
      await sleep(40)
    }
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, 5000))])
    row('Message to event on the inbox stream, p50 / max', `${percentile(times, 0.5)?.toFixed(0)} / ${Math.max(...times).toFixed(0)} ms`, '≤ 300 ms', `${times.length} of 50 seen`)
  },
  /** The same job by the same hand, in turn. */
  async yardstick() {
    await shops(50)
    const options = ['--messages', '6000', '--customers', '1000']
    const ours = [], theirs = []
    let asked = 0, committed = 0
    const warm = async (at) => {
      const laps = []
      for (let n = 0; n < 5; n++) laps.push((await driveAt(at, ...options)).perSecond)
      return laps.join(', ')
    }
    row('While warming up, five times 6,000: yardstick', await warm('http://127.0.0.1:3900'), '')
    row('While warming up, five times 6,000: Frontdesk', await warm(target), '')
    for (let round = 0; round < 3; round++) {
      theirs.push((await driveAt('http://127.0.0.1:3900', ...options)).perSecond)
      await told()
      const before = await transactions()
      const result = await drive(...options)
      await told()
      committed += await transactions() - before
      asked += result.llmCalls
      ours.push(result.perSecond)
      if (result.lost || result.duplicates) row('Lost or answered twice', `${result.lost} / ${result.duplicates}`, 'none')
    }
    row('Answered a second, outside model at once: Frontdesk', ours.join(', '), 'as many as the yardstick')
    row('Answered a second, outside model at once: yardstick', theirs.join(', '), '')
    row('Model calls a message, nothing to look up', (asked / 18000).toFixed(2), '1')
    row('Transactions a message, polling included', (committed / 18000).toFixed(2), '≤ 4')
  },
  memory() {
    const kb = (pid) => Number(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/Pss:\s+(\d+)/)[1])
    row('Memory of the server', `${Math.round(kb(serverPid) / 1024)} MB`, '≤ 500 MB when idle')
    const postmaster = Number(new URL(databaseUrl).searchParams.get('pid'))
    const children = execFileSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' }).trim().split('\n')
    const total = [postmaster, ...children].reduce((sum, pid) => { try { return sum + kb(pid) } catch { return sum } }, 0)
    row('Memory of PostgreSQL, all its processes', `${Math.round(total / 1024)} MB`, '≤ 150 MB when idle')
  },
}

for (const what of wanted.length ? wanted : ['memory', 'ack', 'builtin', 'booking', 'live']) {
  console.error(`measuring ${what} …`)
  await measures[what]()
}
const widths = ['what', 'figure', 'limit', 'more'].map((column) => Math.max(...rows.map((r) => r[column].length)))
for (const r of rows) console.log([r.what, r.figure, r.limit, r.more].map((cell, n) => cell.padEnd(widths[n])).join('  ').trimEnd())
