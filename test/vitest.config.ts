import { defineConfig } from 'vitest/config'
import { reportersOf } from './reporters.js'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    reporters: reportersOf('unit'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/real-browsers/**', 'test/real-servers/**', 'test/package/consumers/**'],
    // Several times what the longest test needs, for a machine that is busy.
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text', 'text-summary'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
})
