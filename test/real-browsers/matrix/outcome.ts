import type { Decision } from '../../../src/index.js'
import type { PageResult } from '../pages/page.js'
import type { Combination } from './combination.js'

/** What a page gets from a response, in the browser model's words. */
export type Outcome = 'shared' | 'opaque' | 'blocked'

/**
 * What follows for the page from the engine's decisions on all the requests of a combination. A
 * server is not told a request's mode and credentials mode, so the engine cannot decide by them.
 */
export function outcomeOfDecisions(
  { mode, page, credentials }: Combination,
  decisions: readonly Decision[],
): Outcome {
  if (page === 'the app itself') return 'shared'
  if (mode === 'no-cors') return 'opaque'
  return decisions.length > 0 &&
    decisions.every(({ allowed }) => allowed) &&
    (credentials !== 'include' || decisions.every(allowsCredentials))
    ? 'shared'
    : 'blocked'
}

function allowsCredentials({ headers }: Decision): boolean {
  return headers['Access-Control-Allow-Credentials'] === 'true'
}

/** @throws {Error} if the page failed with anything but the `TypeError` of a refusal */
export function outcomeOfResult(result: PageResult): Outcome {
  if (!result.shared) {
    if (result.error !== 'TypeError') throw new Error(`the page failed with ${result.error}`)
    return 'blocked'
  }
  return result.response?.type === 'opaque' ? 'opaque' : 'shared'
}
