import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.FRONTDESK_DEV_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/api', '/webhook', '/widget', '/sample'].map((path) => [path, { target: server }])),
  },
  build: {
    assetsDir: 'app-assets',
    // fonts and icons stay files of their own: a strict content security policy has no data: addresses
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // a few files instead of one for every small piece that two screens share: a browser asks for six at a time
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
})
