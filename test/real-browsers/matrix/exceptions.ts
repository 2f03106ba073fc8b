import { METHODS } from 'node:http'
import { normalizeMethod } from '../../../src/fetch/method.js'
import type { Decision, RequestKind } from '../../../src/index.js'
import type { Engine } from '../drivers/real-browser.js'
import type { Combination } from './combination.js'
import { type Outcome, outcomeOfDecisions } from './outcome.js'

/** Which combinations an exception is about, and why it exists. */
interface Exception {
  readonly reason: string
  readonly browsers: readonly Engine[]
  /** @param decisions the engine's, on the requests that the browser sent */
  readonly applies: (combination: Combination, decisions: readonly Decision[]) => boolean
}

/** What the page gets, according to each party. */
export interface Outcomes {
  readonly engine: Outcome
  readonly model: Outcome
  readonly browser: Outcome
}

/** The parties do not agree on what the page gets, or why it gets nothing. */
export interface OutcomeException extends Exception {
  readonly outcomes: (combination: Combination) => Outcomes
}

/** Browsers send something other than the model, with the same outcome. */
export interface RequestException extends Exception {
  /** The kinds of the requests that reach the server, in order. */
  readonly requests: {
    readonly model: readonly RequestKind[]
    readonly browser: readonly RequestKind[]
  }
}

export const OUTCOME_EXCEPTIONS: readonly OutcomeException[] = [
  {
    reason:
      '* under which Authorization was asked for: the standard does not let it cover that header, all three browsers still do',
    browsers: ['chromium', 'firefox', 'webkit'],
    // With credentials included, browsers refuse the * of the origin.
    applies: (combination, decisions) =>
      hasHeader(combination, 'authorization') &&
      decisions.some(deniesHeaderUnderStar) &&
      combination.credentials !== 'include',
    // A method that node:http does not know fails too, but only after the CORS-preflight request.
    outcomes: (combination) => ({
      engine: 'blocked',
      model: 'blocked',
      browser: isKnownToNode(combination) ? 'shared' : 'blocked',
    }),
  },
  {
    reason:
      'an allowed method that node:http does not know: it responds with 400 before any middleware runs',
    browsers: ['chromium', 'firefox', 'webkit'],
    applies: (combination, decisions) =>
      !isKnownToNode(combination) &&
      isCrossOrigin(combination) &&
      outcomeOfDecisions(combination, decisions) === 'shared',
    outcomes: () => ({ engine: 'shared', model: 'blocked', browser: 'blocked' }),
  },
]

export const REQUEST_EXCEPTIONS: readonly RequestException[] = [
  {
    reason: "an element with crossorigin: it sends Origin to the page's own server as well",
    browsers: ['chromium', 'webkit'],
    applies: (combination) =>
      !isCrossOrigin(combination) && ['image', 'module'].includes(combination.kind),
    requests: { model: ['non-cors'], browser: ['same-origin'] },
  },
  {
    reason: 'a redirect that turns POST into GET: Origin stays, though that GET needs none',
    browsers: ['webkit'],
    applies: (combination) => becomesGet(combination) && !isCrossOrigin(combination),
    requests: {
      model: ['same-origin', 'non-cors'],
      browser: ['same-origin', 'same-origin'],
    },
  },
  {
    reason: 'the same redirect in a no-cors request to another origin: Origin stays there as well',
    browsers: ['webkit'],
    applies: (combination) =>
      becomesGet(combination) && isCrossOrigin(combination) && combination.mode === 'no-cors',
    requests: { model: ['cors', 'non-cors'], browser: ['cors', 'cors'] },
  },
  {
    reason:
      'a redirect that turns POST into GET: Content-Type stays, and needs a second CORS-preflight request',
    browsers: ['firefox', 'webkit'],
    applies: (combination, decisions) =>
      becomesGet(combination) &&
      isCrossOrigin(combination) &&
      hasHeader(combination, 'content-type') &&
      outcomeOfDecisions(combination, decisions) === 'shared',
    requests: {
      model: ['preflight', 'cors', 'cors'],
      browser: ['preflight', 'cors', 'preflight', 'cors'],
    },
  },
]

/** The first exception that applies to what a browser did. */
export function findException<Listed extends Exception>(
  exceptions: readonly Listed[],
  browser: Engine,
  combination: Combination,
  decisions: readonly Decision[],
): Listed | undefined {
  return exceptions.find(
    ({ browsers, applies }) => browsers.includes(browser) && applies(combination, decisions),
  )
}

function isCrossOrigin({ page }: Combination): boolean {
  return page !== 'the app itself'
}

function isKnownToNode({ method }: Combination): boolean {
  return METHODS.includes(normalizeMethod(method))
}

function hasHeader({ headers }: Combination, wanted: string): boolean {
  return headers.some(([name]) => name.toLowerCase() === wanted)
}

function deniesHeaderUnderStar({ denial, headers }: Decision): boolean {
  return denial?.code === 'header-not-allowed' && headers['Access-Control-Allow-Headers'] === '*'
}

function becomesGet({ method, route }: Combination): boolean {
  return method === 'POST' && route === 'moved'
}
