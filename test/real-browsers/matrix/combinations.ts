import type { Combination, DrawnRequest } from './combination.js'
import { drawRequest } from './draw-request.js'
import { PAGE_NAMES } from './pages.js'
import { POLICY_NAMES } from './policies.js'
import { createRandom } from './random.js'
import { type MatrixSize, parseSize } from './size.js'

/** What this run draws from. */
export const SIZE = parseSize({
  seed: process.env.MATRIX_SEED,
  count: process.env.MATRIX_COUNT,
})

/** The matrix of this run. */
export const COMBINATIONS: readonly Combination[] = drawCombinations(SIZE)

/** Draws different requests, as evenly as possible, for every policy and every page. */
export function drawCombinations({ seed, count }: MatrixSize): readonly Combination[] {
  const random = createRandom(seed)
  const drawn = new Map<string, Combination>()
  const pairs = POLICY_NAMES.flatMap((policy) => PAGE_NAMES.map((page) => ({ policy, page })))
  pairs.forEach(({ policy, page }, index) => {
    const end = Math.floor(((index + 1) * count) / pairs.length)
    while (drawn.size < end) {
      const request = drawRequest(random)
      const name = [policy, page, ...inWords(request)].join(' · ')
      if (drawn.has(name)) continue
      drawn.set(name, { ...request, number: drawn.size, name, policy, page })
    }
  })
  return [...drawn.values()]
}

function inWords({ kind, mode, method, headers, credentials, route }: DrawnRequest): string[] {
  return [
    mode === 'cors' ? kind : `${kind} ${mode}`,
    `${method} /${route}`,
    ...headers.map(([name]) => name.toLowerCase()),
    `credentials ${credentials}`,
  ]
}
