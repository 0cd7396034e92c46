// One inbox tab while customers write four messages a second: memory and long tasks.
//   node bench/tab.mjs TARGET [MINUTES]      30 minutes unless said; memory is compared with that after a sixth of the time
import { enter, openBrowser, print, ready, sleep, visitor } from './browser.mjs'

const [target, minutes = '30'] = process.argv.slice(2)
const length = Number(minutes) * 60_000
const browser = await openBrowser()
const { context, tenant } = await enter(browser, target)
const page = await context.newPage()
await page.addInitScript(() => {
  window.longTasks = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ at: performance.timeOrigin + startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
})
const visitors = await Promise.all(Array.from({ length: 40 }, () => visitor(target, tenant.slug)))
await visitors[0]('Hello, are you open on Saturday?')
await page.goto(`/app/${tenant.slug}/inbox/all`)
await ready(page)
await page.getByTestId('conv-row').first().click()

const words = ['Do you have time on Friday?', 'How much is a haircut?', 'Vorrei prenotare per domani', 'Where are you?', 'Thanks']
const begun = Date.now()
let written = 0
let refused = 0
let late = 0
const writing = setInterval(() => {
  const n = written++
  const due = begun + n * 250
  if (Date.now() - due > 1000) late++
  visitors[n % visitors.length](`${words[n % words.length]} (${n})`).then((status) => status >= 300 && refused++, () => refused++)
}, 250)

const inspector = await context.newCDPSession(page)
const memory = []
async function weigh() {
  await inspector.send('HeapProfiler.collectGarbage')
  await inspector.send('HeapProfiler.collectGarbage')
  const { metrics } = await inspector.send('Performance.getMetrics')
  const of = (name) => metrics.find((metric) => metric.name === name).value
  memory.push({ at: Date.now() - begun, heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') })
  const { at, heap, nodes } = memory.at(-1)
  console.error(`${(at / 60_000).toFixed(1)} min  ${heap.toFixed(1)} MB  ${nodes} nodes  ${written} written`)
}
await inspector.send('Performance.enable')
while (Date.now() - begun < length) {
  await sleep(Math.min(30_000, length / 12))
  await weigh()
}
clearInterval(writing)

const settled = memory.filter(({ at }) => at >= length / 6)
const mean = (part) => part.reduce((sum, { heap }) => sum + heap, 0) / part.length
const third = Math.max(1, Math.floor(settled.length / 3))
const [early, end] = [mean(settled.slice(0, third)), mean(settled.slice(-third))]
const tasks = (await page.evaluate(() => window.longTasks)).filter(({ at }) => at > begun + Math.min(60_000, length / 6))
const longest = Math.max(0, ...tasks.map(({ duration }) => duration))
await browser.close()
console.log(`${minutes} minutes, ${written} messages written (${late} late, ${refused} refused)`)
print([
  { what: 'Memory at the end beside that after the first sixth', figure: `${end.toFixed(1)} / ${early.toFixed(1)} MB`, budget: 'within 10 %', kept: end <= early * 1.1 },
  { what: 'Longest task after the first minute', figure: `${longest.toFixed(0)} ms`, budget: '≤ 200 ms', kept: longest <= 200 },
  { what: 'Messages refused', figure: refused, budget: '0', kept: refused === 0 },
])
