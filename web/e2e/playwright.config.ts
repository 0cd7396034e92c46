import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// the workers read this file again and must find the same port
process.env.FRONTDESK_E2E_PORT ??= execFileSync('node', [
  '-e',
  "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})",
])
  .toString()
  .trim()

// the one without a window does the same pages for half the work
const browser =
  process.env.CHROMIUM ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

const port = Number(process.env.FRONTDESK_E2E_PORT)
// an address given: the server runs already
const running = process.env.FRONTDESK_E2E_URL

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  // every step has its own patience, below; this ends what hangs, on a machine that does much else
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: process.env.CI ? 'line' : 'list',
  use: {
    baseURL: running ?? `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    // what a test has seen last is kept when it fails; --trace retain-on-failure keeps everything, and costs half as much again
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: running
    ? undefined
    : {
        command: `node ../../build/e2e-server.mjs ${port}`,
        url: `http://127.0.0.1:${port}/actuator/health/readiness`,
        timeout: 120_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
      },
})
