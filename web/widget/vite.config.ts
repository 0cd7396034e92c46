import { defineConfig } from 'vitest/config'

// Classic scripts, so that a host page needs no cross-origin modules: /widget.js, and /widget/panel.js once it is wanted.
export default defineConfig(({ mode }) => {
  const loader = mode === 'loader'
  return {
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    publicDir: loader ? 'public' : false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      emptyOutDir: loader,
      lib: {
        entry: loader ? 'src/loader/loader.ts' : 'src/panel/panel.tsx',
        formats: ['iife'],
        name: 'frontdeskWidget',
        fileName: () => (loader ? 'widget.js' : 'widget/panel.js'),
      },
    },
    test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
  }
})
