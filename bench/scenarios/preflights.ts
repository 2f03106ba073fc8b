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
import { evaluateScenario, middlewareScenario, type Row } from '../middleware.js'
import { atMost, BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'

const ORIGINS = exactOrigins(10)
const SET = new Set(ORIGINS)
const isAllowed = (origin: string) => SET.has(origin)
const origin = inRandomOrder(10, exactOrigin)
const REFLECTING = { origin: ORIGINS, ...PREFLIGHT_OPTIONS }
const STATIC = { ...REFLECTING, allowedHeaders: ALLOWED_HEADERS }

const sameNames = () => THREE_NAMES
const tooManyNames = () => Array(500).fill('x'.repeat(30)).join(',')

/** @param names makes the names that each preflight asks for */
function throughMiddleware(
  title: string,
  most: number,
  options: typeof REFLECTING | typeof STATIC,
  names: () => () => string,
): Row {
  const shape = () => {
    const asked = names()
    const headers = () => ({
      'access-control-request-method': 'PUT',
      'access-control-request-headers': asked(),
    })
    return { method: 'OPTIONS', origin, headers }
  }
  return middlewareScenario(`preflight, ${title}`, atMost(most), () => ({
    middleware: {
      [BY_HAND]: options === STATIC ? allowlist(isAllowed) : allowlist(isAllowed, endReflecting),
      [SUBJECT]: cors(options),
      [PEER]: peer(options),
    },
    shape,
  }))
}

function throughEvaluate(title: string, names: () => string, most?: number): Row {
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
  return evaluateScenario(`evaluate(), ${title}`, policy, ORIGINS, request, most)
}

const rows = [
  throughMiddleware('static lists', 1.2, STATIC, () => sameNames),
  throughMiddleware('other names each time', 1.5, REFLECTING, otherNames),
  throughMiddleware('15 KiB of names', 1.5, REFLECTING, () => tooManyNames),
  throughEvaluate('the same names each time', sameNames),
  // No regular expression reads what strangers send, and a scan of names takes longer than one.
  throughEvaluate('others each time', otherNames(), 1.75),
]

/** Preflights, to which the middleware itself responds. */
export const PREFLIGHTS = rows.map((row): Scenario => ({ group: 'preflights', ...row }))
