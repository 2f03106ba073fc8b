import { defineConfig } from 'vitest/config'
import { reportersOf } from '../../reporters.js'

export default defineConfig({
  root: new URL('../../..', import.meta.url).pathname,
  test: {
    include: ['test/package/consumers/*.test.ts'],
    globalSetup: ['test/package/consumers/install.ts'],
    // A test is a program of its own, and waits for it.
    sequence: { concurrent: true },
    maxConcurrency: 2,
    testTimeout: 120_000,
    reporters: reportersOf('consumers'),
  },
})
