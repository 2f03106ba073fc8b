import peer from 'cors'
import { cors } from 'strict-cors'
import { ALLOWED_HEADERS, allowlist, endReflecting, PREFLIGHT_OPTIONS } from '../by-hand.js'
import type { Shape } from '../exchange.js'
import { exactOrigins, inRandomOrder, otherNames, THREE_NAMES } from '../inputs.js'
import { BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'
import { atMost, middlewareScenario } from './middleware.js'

const ORIGINS = exactOrigins(10)
const SET = new Set(ORIGINS)
const isAllowed = (origin: string) => SET.has(origin)
const REFLECTING = { origin: ORIGINS, ...PREFLIGHT_OPTIONS }
const STATIC = { ...REFLECTING, allowedHeaders: ALLOWED_HEADERS }

function askingFor(names: () => string): Shape {
  return {
    method: 'OPTIONS',
    origin: inRandomOrder(ORIGINS.length, (i) => ORIGINS[i] ?? ''),
    headers: () => ({
      'access-control-request-method': 'PUT',
      'access-control-request-headers': names(),
    }),
  }
}

const staticLists = middlewareScenario({
  group: 'preflights',
  title: 'preflight, static lists',
  bars: atMost(1.2),
  make: () => ({
    middleware: { [BY_HAND]: allowlist(isAllowed), [SUBJECT]: cors(STATIC), [PEER]: peer(STATIC) },
    shape: () => askingFor(() => THREE_NAMES),
  }),
})

function reflecting(title: string, names: () => () => string): Scenario {
  return middlewareScenario({
    group: 'preflights',
    title,
    bars: atMost(1.5),
    make: () => ({
      middleware: {
        [BY_HAND]: allowlist(isAllowed, endReflecting),
        [SUBJECT]: cors(REFLECTING),
        [PEER]: peer(REFLECTING),
      },
      shape: () => askingFor(names()),
    }),
  })
}

/** Preflights, which the middleware answers itself. */
export const PREFLIGHTS: readonly Scenario[] = [
  staticLists,
  reflecting('preflight, other names each time', otherNames),
  reflecting('preflight, 15 KiB of names', () => () => Array(500).fill('x'.repeat(30)).join(',')),
]
