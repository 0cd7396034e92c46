#!/usr/bin/env node
// Writes web/shared/openapi.json and the types made from it: node build/openapi.mjs http://localhost:8080 [--check]
// With --check nothing is written: it fails when what is committed is not what the server says.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [server, check] = process.argv.slice(2)
const web = join(import.meta.dirname, '..', 'web')
const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
      : value

const answer = await fetch(`${server}/v3/api-docs`)
if (!answer.ok) throw new Error(`${server}/v3/api-docs answers ${answer.status}`)
// where it runs is not part of what it offers
const { servers: _, ...document } = await answer.json()
const json = `${JSON.stringify(sorted(document), null, 2)}\n`

const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
writeFileSync(join(folder, 'openapi.json'), json)
execFileSync('npx', ['openapi-typescript', join(folder, 'openapi.json'), '-o', join(folder, 'types.ts')], { cwd: web, stdio: 'ignore' })
const types = readFileSync(join(folder, 'types.ts'), 'utf8')

const targets = [
  [join(web, 'shared', 'openapi.json'), json],
  [join(web, 'shared', 'src', 'api-types.ts'), types],
]
for (const [path, text] of targets) {
  if (check !== '--check') writeFileSync(path, text)
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is not what the server says: run node build/openapi.mjs ${server}`)
    process.exitCode = 1
  }
}
