import { defineConfig } from 'vitest/config'
import { reportersOf } from '../reporters.js'

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    reporters: reportersOf('browsers'),
    include: ['test/real-browsers/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
