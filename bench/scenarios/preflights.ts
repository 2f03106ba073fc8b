import peer from 'cors'
import { cors, createPolicy } from 'strict-cors'
import { ALLOWED_HEADERS, allowlist, endReflecting, PREFLIGHT_OPTIONS } from '../by-hand.js'
import {
  exactOrigin,
  exactOrigins,
  fresh,
  inRandomOrder,
  otherNames,
  THREE_NAMES,
} from '../inputs.js'
import { evaluateScenario, middlewareScenario } from '../middleware.js'
import type { Shape } from '../req-res.js'
import { atMost, BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'

const ORIGINS = exactOrigins(10)
const SET = new Set(ORIGINS)
const isAllowed = (origin: string) => SET.has(origin)
const origin = inRandomOrder(10, exactOrigin)
const REFLECTING = { origin: ORIGINS, ...PREFLIGHT_OPTIONS }
const STATIC = { ...REFLECTING, allowedHeaders: ALLOWED_HEADERS }

const sameNames = () => THREE_NAMES
const tooManyNames = () => Array(500).fill('x'.repeat(30)).join(',')

function askingFor(names: () => string): Shape {
  const headers = () => ({
    'access-control-request-method': 'PUT',
    'access-control-request-headers': names(),
  })
  return { method: 'OPTIONS', origin, headers }
}

const staticLists = middlewareScenario('preflight, static lists', atMost(1.2), () => ({
  middleware: { [BY_HAND]: allowlist(isAllowed), [SUBJECT]: cors(STATIC), [PEER]: peer(STATIC) },
  shape: () => askingFor(sameNames),
}))

function reflecting(what: string, names: () => () => string) {
  return middlewareScenario(`preflight, ${what}`, atMost(1.5), () => ({
    middleware: {
      [BY_HAND]: allowlist(isAllowed, endReflecting),
      [SUBJECT]: cors(REFLECTING),
      [PEER]: peer(REFLECTING),
    },
    shape: () => askingFor(names()),
  }))
}

function evaluated(what: string, names: () => string, most?: number) {
  const policy = createPolicy({ origin: ORIGINS, methods: PREFLIGHT_OPTIONS.methods })
  const request = () => ({
    method: 'OPTIONS',
    headers: {
      host: 'api.example.com',
      accept: '*/*',
      origin: origin(),
      'access-control-request-method': fresh('PUT'),
      'access-control-request-headers': fresh(names()),
    },
  })
  return evaluateScenario(`evaluate(), ${what}`, policy, ORIGINS, request, most)
}

const rows = [
  staticLists,
  reflecting('other names each time', otherNames),
  reflecting('15 KiB of names', () => tooManyNames),
  evaluated('the same names each time', sameNames),
  // No regular expression reads what strangers send, and a scan of names takes longer than one.
  evaluated('others each time', otherNames(), 1.75),
]

/** Preflights, which end in the middleware. */
export const PREFLIGHTS = rows.map((row): Scenario => ({ group: 'preflights', ...row }))
