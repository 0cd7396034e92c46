#!/usr/bin/env node
// Starts the server of the browser tests from the compiled classes: node build/e2e-server.mjs PORT
// `mvn -pl server -am process-test-classes` makes what it needs.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const target = join(root, 'server', 'target')
const list = join(target, 'test.classpath')
if (!existsSync(list)) {
  console.error('Compile first: mvn -pl server -am process-test-classes')
  process.exit(1)
}

/** The newest JDK of 25 or later, as `bin/dev` finds it. */
function findJdk() {
  const installed = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').map((name) => `/usr/lib/jvm/${name}`) : []
  return [process.env.JAVA_HOME, ...installed].find((folder) => {
    if (!folder || !existsSync(join(folder, 'release'))) return false
    const version = /JAVA_VERSION="(\d+)/.exec(readFileSync(join(folder, 'release'), 'utf8'))
    return Number(version?.[1]) >= 25
  })
}

const jdk = findJdk()
const java = jdk ? join(jdk, 'bin', 'java') : 'java'
const classpath = [join(target, 'test-classes'), join(target, 'classes'), readFileSync(list, 'utf8').trim()]
const server = spawn(
  java,
  ['--enable-native-access=ALL-UNNAMED', '-Xmx600m', '-cp', classpath.join(delimiter), 'frontdesk.e2e.E2eServer', process.argv[2]],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
