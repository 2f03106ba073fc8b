/**
 * Runs the browser tests: `npm run test:browsers -- --seed N --count M`. The matrix is drawn from
 * the seed and has as many combinations; without them it is the default one. Other arguments
 * choose test files by a part of their path.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import { parseSize } from './matrix/size.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, count: { type: 'string' } },
})
const { seed, count } = parseSize(values)
// The environment is what reaches the processes that the test files run in.
process.env.MATRIX_SEED = String(seed)
process.env.MATRIX_COUNT = String(count)
console.log(`The matrix: seed ${seed}, ${count} combinations`)

const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url))
const vitest = await startVitest('test', positionals, { config, run: true })
await vitest.close()
