import peer from 'cors'
import { cors } from 'strict-cors'
import { ALLOWED_HEADERS, allowlist, endReflecting, PREFLIGHT_OPTIONS } from '../by-hand.js'
import { exactOrigin, exactOrigins, inRandomOrder, otherNames, THREE_NAMES } from '../inputs.js'
import { middlewareScenario, type Row } from '../middleware.js'
import { BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'

const ORIGINS = exactOrigins(10)
const SET = new Set(ORIGINS)
const isAllowed = (origin: string) => SET.has(origin)
const origin = inRandomOrder(10, exactOrigin)
const REFLECTING = { origin: ORIGINS, ...PREFLIGHT_OPTIONS }
const STATIC = { ...REFLECTING, allowedHeaders: ALLOWED_HEADERS }

const sameNames = () => THREE_NAMES
const tooManyNames = () => Array(500).fill('x'.repeat(30)).join(',')

/** @param names makes what each preflight asks for */
function preflight(
  title: string,
  ratio: number,
  options: typeof REFLECTING | typeof STATIC,
  names: () => () => string,
): Row {
  const make = () => ({
    [BY_HAND]: options === STATIC ? allowlist(isAllowed) : allowlist(isAllowed, endReflecting),
    [SUBJECT]: cors(options),
    [PEER]: peer(options),
  })
  const shape = () => {
    const asked = names()
    const headers = () => ({
      'access-control-request-method': 'PUT',
      'access-control-request-headers': asked(),
    })
    return { method: 'OPTIONS', origin, headers }
  }
  return middlewareScenario(`preflight, ${title}`, { ratio }, make, shape)
}

const rows = [
  preflight('static lists', 1.2, STATIC, () => sameNames),
  preflight('other names each time', 1.5, REFLECTING, otherNames),
  preflight('15 KiB of names', 1.5, REFLECTING, () => tooManyNames),
]

/** Preflights, to which the middleware itself responds. */
export const PREFLIGHTS = rows.map((row): Scenario => ({ group: 'preflights', ...row }))
