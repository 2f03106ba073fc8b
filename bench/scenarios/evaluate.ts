import { deepStrictEqual } from 'node:assert/strict'
import { type CorsRequest, createPolicy, type Decision } from 'strict-cors'
import { calls, probeCalls, probesOf } from '../calls.js'
import { fresh } from '../fresh.js'
import { METHODS } from '../limit.js'
import { exactOrigins, inRandomOrder } from '../origins.js'
import { otherNames, THREE_NAMES } from '../request-headers.js'
import { FROZEN, LIMIT, type Scenario, SUBJECT, type Work } from '../scenario.js'

const ORIGINS = exactOrigins(1000)
const ALLOWED = new Set(ORIGINS)
const VARY = Object.freeze(['Origin'])
const VARY_OF_PREFLIGHT = Object.freeze(['Origin', 'Access-Control-Request-Headers'])

/** Takes a request of the one shape that the scenario has. */
type Evaluate = (headers: Readonly<Record<string, string>>) => Decision | null

function evaluate(
  title: string,
  most: number,
  request: () => CorsRequest & { readonly headers: Readonly<Record<string, string>> },
  byHand: Evaluate,
): Scenario {
  const works = (): Record<string, Work> => {
    const policy = createPolicy({ origin: ORIGINS })
    const example = request()
    deepStrictEqual(byHand(example.headers), policy.evaluate(example))
    return {
      [LIMIT]: calls(request, ({ headers }) => byHand(headers)),
      [SUBJECT]: calls(request, (context) => policy.evaluate(context)),
      [FROZEN]: calls(request, ({ headers }) => freeze(byHand(headers))),
    }
  }
  return {
    group: 'evaluate',
    title,
    unit: 'ns',
    reference: LIMIT,
    subject: SUBJECT,
    bars: [{ kind: 'time', most }],
    rounds: 300,
    long: false,
    works,
    probes: (turn) => probesOf(works(), turn, probeCalls),
  }
}

function freeze(decision: Decision | null): Decision | null {
  if (decision !== null) Object.freeze(decision.headers)
  return Object.freeze(decision)
}

const origin = inRandomOrder(ORIGINS.length, (i) => ORIGINS[i] ?? '')

const request = () => ({
  method: 'GET',
  headers: { host: 'api.example.com', accept: '*/*', origin: origin() },
})

const preflight = (requestHeaders: () => string) => () => ({
  method: 'OPTIONS',
  headers: {
    host: 'api.example.com',
    accept: '*/*',
    origin: origin(),
    'access-control-request-method': fresh('PUT'),
    'access-control-request-headers': fresh(requestHeaders()),
  },
})

const decideOnRequest: Evaluate = ({ origin = '' }) =>
  ALLOWED.has(origin)
    ? {
        kind: 'cors',
        allowed: true,
        headers: { 'Access-Control-Allow-Origin': origin },
        vary: VARY,
      }
    : null

const decideOnPreflight: Evaluate = ({
  origin = '',
  'access-control-request-headers': requestHeaders = '',
}) =>
  ALLOWED.has(origin)
    ? {
        kind: 'preflight',
        allowed: true,
        headers: {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Methods': METHODS,
          'Access-Control-Allow-Headers': requestHeaders,
        },
        vary: VARY_OF_PREFLIGHT,
      }
    : null

/** The engine alone. The limit is one look-up, and a decision whose other parts are known. */
export const EVALUATE: readonly Scenario[] = [
  evaluate('evaluate() on a request, 1,000 origins', 100, request, decideOnRequest),
  evaluate(
    'evaluate() on a preflight, 3 names',
    200,
    preflight(() => THREE_NAMES),
    decideOnPreflight,
  ),
  evaluate(
    'evaluate() on a preflight, other 3 names each time',
    200,
    preflight(otherNames()),
    decideOnPreflight,
  ),
]
