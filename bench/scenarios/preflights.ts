import peer from 'cors'
import { cors } from 'strict-cors'
import type { Shape } from '../exchange.js'
import * as limit from '../limit.js'
import { exactOrigins, inRandomOrder } from '../origins.js'
import { otherNames, THREE_NAMES } from '../request-headers.js'
import { LIMIT, type Scenario, SUBJECT } from '../scenario.js'
import { middlewareScenario } from './middleware-scenario.js'

const ORIGINS = exactOrigins(10)
const STATIC = {
  origin: ORIGINS,
  methods: limit.METHODS,
  allowedHeaders: limit.ALLOWED_HEADERS,
  maxAge: Number(limit.MAX_AGE),
}
const REFLECTING = {
  origin: ORIGINS,
  methods: limit.METHODS,
  maxAge: Number(limit.MAX_AGE),
}

const sameNames = () => THREE_NAMES
const HOSTILE_LENGTH = 15 * 1024

function options(
  requestHeaders: () => string,
  responseHeaders: Shape['responseHeaders'] = {},
): Shape {
  return {
    method: 'OPTIONS',
    origin: inRandomOrder(ORIGINS.length, (i) => ORIGINS[i] ?? ''),
    headers: () => ({
      'access-control-request-method': 'PUT',
      'access-control-request-headers': requestHeaders(),
    }),
    responseHeaders,
  }
}

function staticLists(title: string, responseHeaders: Shape['responseHeaders']): Scenario {
  return middlewareScenario({
    group: 'preflights',
    title,
    reference: LIMIT,
    most: 1.2,
    sameAnswer: true,
    candidates: () => {
      const shape = options(sameNames, responseHeaders)
      return {
        [LIMIT]: { middleware: limit.staticPreflight(new Set(ORIGINS)), shape },
        [SUBJECT]: { middleware: cors(STATIC), shape },
        cors: { middleware: peer(STATIC), shape },
      }
    },
  })
}

function reflecting(title: string, requestHeaders: () => () => string): Scenario {
  return middlewareScenario({
    group: 'preflights',
    title,
    reference: LIMIT,
    most: 1.5,
    sameAnswer: true,
    candidates: () => ({
      [LIMIT]: {
        middleware: limit.reflectingPreflight(new Set(ORIGINS)),
        shape: options(requestHeaders()),
      },
      [SUBJECT]: { middleware: cors(REFLECTING), shape: options(requestHeaders()) },
      cors: { middleware: peer(REFLECTING), shape: options(requestHeaders()) },
    }),
  })
}

function hostile(what: string, requestHeaders: string): Scenario {
  return middlewareScenario({
    group: 'preflights',
    title: `request headers of 15 KiB: ${what}`,
    reference: 'ordinary preflight',
    most: 1.5,
    // The ordinary preflight gets its names back, the hostile one does not.
    sameAnswer: false,
    candidates: () => {
      const middleware = cors(REFLECTING)
      const shape = options(() => requestHeaders)
      return {
        'ordinary preflight': { middleware, shape: options(sameNames) },
        [SUBJECT]: { middleware, shape },
        cors: { middleware: peer(REFLECTING), shape },
      }
    },
  })
}

/** Preflights, which the middleware answers itself. */
export const PREFLIGHTS: readonly Scenario[] = [
  staticLists('static lists, no header set before', {}),
  staticLists('static lists, one header set before', { 'X-Powered-By': 'Express' }),
  reflecting('reflected headers, 3 names', () => sameNames),
  reflecting('reflected headers, other 3 names each time', otherNames),
  hostile('commas', ','.repeat(HOSTILE_LENGTH)),
  hostile('one token', 'x'.repeat(HOSTILE_LENGTH)),
  hostile('spaces', `x${' '.repeat(HOSTILE_LENGTH - 2)}x`),
  hostile(
    '500 names',
    names(500, (i) => `x-name-${i}`),
  ),
  hostile(
    'one name again and again',
    names(HOSTILE_LENGTH / 8, () => 'x-again'),
  ),
]

function names(count: number, name: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) =>
    name(i).padEnd(HOSTILE_LENGTH / count - 1, '-'),
  ).join(',')
}
