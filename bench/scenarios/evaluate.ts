import { deepStrictEqual } from 'node:assert/strict'
import { type CorsRequest, createPolicy } from 'strict-cors'
import { evaluate, PREFLIGHT_OPTIONS } from '../by-hand.js'
import { calls, probeCalls, probesOf } from '../calls.js'
import { exactOrigins, fresh, inRandomOrder, otherNames, THREE_NAMES } from '../inputs.js'
import { BY_HAND, type Group, type Scenario, SUBJECT } from '../scenario.js'
import { atMost } from './middleware.js'

const ORIGINS = exactOrigins(1000)
const origin = inRandomOrder(ORIGINS.length, (i) => ORIGINS[i] ?? '')

function scenario(group: Group, title: string, request: () => CorsRequest, bar = 1.25): Scenario {
  return {
    group,
    title,
    unit: 'ns',
    bars: atMost(bar),
    rounds: 300,
    long: false,
    probes(turn) {
      const set = new Set(ORIGINS)
      const byHand = evaluate((value) => set.has(value))
      const policy = createPolicy({ origin: ORIGINS, methods: PREFLIGHT_OPTIONS.methods })
      const example = request()
      deepStrictEqual(byHand(example), policy.evaluate(example))
      const works = {
        [BY_HAND]: calls(request, byHand),
        [SUBJECT]: calls(request, (one) => policy.evaluate(one)),
      }
      return probesOf(works, turn, probeCalls)
    },
  }
}

const request = () => ({
  method: 'GET',
  headers: { host: 'api.example.com', accept: '*/*', origin: origin() },
})

const preflight = (names: () => string) => () => ({
  method: 'OPTIONS',
  headers: {
    host: 'api.example.com',
    accept: '*/*',
    origin: origin(),
    'access-control-request-method': fresh('PUT'),
    'access-control-request-headers': fresh(names()),
  },
})

/** The engine alone. */
export const EVALUATE: readonly Scenario[] = [
  scenario('requests', 'evaluate()', request),
  scenario(
    'preflights',
    'evaluate(), the same names each time',
    preflight(() => THREE_NAMES),
  ),
  // A list of names that was not asked for just before is scanned, which takes longer than splitting
  // it, and cannot be made to cost more by who sends it.
  scenario('preflights', 'evaluate(), others each time', preflight(otherNames()), 1.75),
]
