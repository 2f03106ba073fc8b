import type { Combination, DrawnRequest } from './combination.js'
import { drawRequest } from './draw-request.js'
import { PAGE_NAMES } from './pages.js'
import { POLICY_NAMES } from './policies.js'
import { createRandom, type Random } from './random.js'

const REQUESTS_PER_PAGE = 4

/** The matrix: for every policy and every page a few requests, drawn from a fixed seed. */
export const COMBINATIONS: readonly Combination[] = drawCombinations(createRandom(1))

function drawCombinations(random: Random): readonly Combination[] {
  const drawn = new Map<string, Combination>()
  for (const policy of POLICY_NAMES) {
    for (const page of PAGE_NAMES) {
      const end = drawn.size + REQUESTS_PER_PAGE
      while (drawn.size < end) {
        const request = drawRequest(random)
        const name = [policy, page, ...inWords(request)].join(' · ')
        if (drawn.has(name)) continue
        drawn.set(name, { ...request, number: drawn.size, name, policy, page })
      }
    }
  }
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
