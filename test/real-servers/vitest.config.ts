import { defineConfig } from 'vitest/config'
import { reportersOf } from '../reporters.js'

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    reporters: reportersOf('servers'),
    include: ['test/real-servers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
