// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

// WID-1
test('the loader stays within 3 kB and all of it below 30 kB, gzipped', { timeout: 60_000 }, async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'frontdesk-widget-'))
  try {
    for (const mode of ['loader', 'panel']) {
      await build({ root, mode, configFile: join(root, 'vite.config.ts'), logLevel: 'silent', build: { outDir } })
    }
    const size = (file: string) => gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length
    const loader = size('widget.js')
    expect(loader).toBeLessThanOrEqual(3_000)
    expect(loader + size('widget/panel.js')).toBeLessThan(30_000)
  } finally {
    rmSync(outDir, { recursive: true })
  }
})
