#!/usr/bin/env node
// Fails when what a browser must load outgrows its budget: node build/web-sizes.mjs STATIC_FOLDER
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = process.argv[2]
const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1000
const problems = []

function check(name, size, limit) {
  if (size > limit) problems.push(`${name} is ${size.toFixed(1)} kB gzipped, its budget is ${limit} kB`)
}

// the entry is what index.html asks for at once: scripts, preloaded modules and styles
const page = readFileSync(join(folder, 'index.html'), 'utf8')
const asked = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path)
const size = (ending) =>
  asked.filter((path) => path.endsWith(ending)).reduce((sum, path) => sum + gzipped(join(folder, path)), 0)
const entry = size('.js')
check('the app entry', entry, 220)
check('the app styles', size('.css'), 40)

const assets = join(folder, 'app-assets')
for (const name of readdirSync(assets).filter((name) => name.endsWith('.js'))) {
  if (asked.includes(`/app-assets/${name}`)) continue
  check(name, gzipped(join(assets, name)), name.startsWith('Calendar') ? 80 : 60)
}

if (existsSync(join(folder, 'widget.js'))) check('the widget loader', gzipped(join(folder, 'widget.js')), 3)

for (const problem of problems) console.error(`web: ${problem}`)
if (problems.length > 0) process.exit(1)
console.log(`web: app entry ${entry.toFixed(0)} kB gzipped (at most 220)`)
