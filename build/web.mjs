#!/usr/bin/env node
// Builds the browser's part: node build/web.mjs web server/target/classes/static
// Dependencies are installed when the lock file has changed, each workspace is built when its sources have, else
// nothing is done (about 0.1 s).
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [source, target] = process.argv.slice(2).map((path) => resolve(path))
if (!source || !target) {
  console.error('usage: node build/web.mjs WEB_FOLDER STATIC_FOLDER')
  process.exit(2)
}

const ignored = new Set(['node_modules', 'dist', 'e2e', 'test-results'])

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
}

function hash(paths) {
  const sum = createHash('sha256')
  for (const path of paths) sum.update(path.slice(source.length)).update(readFileSync(path))
  return sum.digest('hex')
}

const read = (stamp) => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')
const npm = (...args) => execFileSync('npm', args, { cwd: source, stdio: 'inherit', shell: process.platform === 'win32' })

const lock = hash([join(source, 'package-lock.json')])
const lockStamp = join(source, 'node_modules', '.frontdesk-stamp')
const sourcesStamp = join(target, '.frontdesk-stamp')
const sources = hash(files(source).filter((path) => !/\.test\.tsx?$|\.md$/.test(path)))
if (read(sourcesStamp) === sources) process.exit(0)

if (read(lockStamp) !== lock) {
  console.log('web: installing the packages of package-lock.json')
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(lockStamp, lock)
}

const { workspaces } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
for (const workspace of workspaces) {
  const { scripts = {} } = JSON.parse(readFileSync(join(source, workspace, 'package.json'), 'utf8'))
  if (!scripts.build) continue
  console.log(`web: building ${workspace}`)
  const dist = join(source, workspace, 'dist')
  rmSync(dist, { recursive: true, force: true })
  npm('run', 'build', '--workspace', workspace, '--silent')
  cpSync(dist, target, { recursive: true })
}
execFileSync('node', [join(import.meta.dirname, 'web-sizes.mjs'), target], { stdio: 'inherit' })
writeFileSync(sourcesStamp, sources)
