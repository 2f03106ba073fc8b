import peer from 'cors'
import { cors } from 'strict-cors'
import type { Shape } from '../exchange.js'
import { fresh } from '../fresh.js'
import * as limit from '../limit.js'
import { exactOrigins, inRandomOrder, STRANGER, subdomainPatterns } from '../origins.js'
import { DUTIFUL, LIMIT, type Scenario, SUBJECT } from '../scenario.js'
import { middlewareScenario } from './middleware-scenario.js'

const LISTED = 'https://customer-1.example.com'

function get(origin: Shape['origin']): Shape {
  return { method: 'GET', origin }
}

const anyOrigin = middlewareScenario({
  group: 'requests',
  title: 'any origin',
  reference: LIMIT,
  most: 1.25,
  sameAnswer: true,
  candidates: () => {
    const shape = get(() => fresh(LISTED))
    return {
      [LIMIT]: { middleware: limit.anyOrigin, shape },
      [SUBJECT]: { middleware: cors(), shape },
      cors: { middleware: peer(), shape },
    }
  },
})

function exact(count: number, hit: boolean): Scenario {
  return middlewareScenario({
    group: 'requests',
    title: `${origins(count)}, ${hit ? 'hit' : 'miss'}`,
    reference: LIMIT,
    most: 1.15,
    long: count > 100_000,
    sameAnswer: true,
    candidates: () => {
      const list = exactOrigins(count)
      const shape = get(
        hit
          ? inRandomOrder(count, (i) => list[i] ?? '')
          : inRandomOrder(count, (i) => `https://customer-${i}.example.net`),
      )
      return {
        [LIMIT]: { middleware: limit.exactOrigins(new Set(list)), shape },
        [SUBJECT]: { middleware: cors({ origin: list }), shape },
        [DUTIFUL]: { middleware: limit.dutifulExactOrigins(new Set(list)), shape },
        cors: { middleware: peer({ origin: list }), shape },
      }
    },
  })
}

function subdomains(count: number, what: string, origin: (i: number) => string): Scenario {
  return middlewareScenario({
    group: 'requests',
    title: `${number(count)} subdomain patterns, ${what}`,
    reference: LIMIT,
    most: 1.5,
    sameAnswer: true,
    candidates: () => {
      const list = exactOrigins(count)
      const hit = what !== 'miss'
      const exactOrigin = (i: number) => (hit ? (list[i] ?? '') : origin(i))
      const shape = get(inRandomOrder(count, origin))
      const subject = cors({ origin: subdomainPatterns(count) })
      const candidates = {
        [LIMIT]: {
          middleware: limit.exactOrigins(new Set(list)),
          shape: get(inRandomOrder(count, exactOrigin)),
        },
        [SUBJECT]: { middleware: subject, shape },
      }
      // One regular expression per pattern: beyond a thousand nobody would.
      if (count > 1000) return candidates
      const regexps = list.map(
        (_, i) => new RegExp(`^https://(.+\\.)customer-${i}\\.example\\.com$`),
      )
      return { ...candidates, cors: { middleware: peer({ origin: regexps }), shape } }
    },
  })
}

const withCredentials = middlewareScenario({
  group: 'requests',
  title: 'credentials and exposed headers',
  reference: LIMIT,
  most: 1.1,
  sameAnswer: true,
  candidates: () => {
    const list = exactOrigins(10)
    const shape = get(inRandomOrder(10, (i) => list[i] ?? ''))
    const options = { origin: list, credentials: true, exposedHeaders: limit.EXPOSED_HEADERS }
    return {
      [LIMIT]: { middleware: limit.withCredentials(new Set(list)), shape },
      [SUBJECT]: { middleware: cors(options), shape },
      cors: { middleware: peer(options), shape },
    }
  },
})

const afterVary = middlewareScenario({
  group: 'requests',
  title: 'Vary: Accept-Encoding set before',
  reference: LIMIT,
  most: 1.1,
  sameAnswer: true,
  candidates: () => {
    const list = exactOrigins(10)
    const shape = {
      ...get(inRandomOrder(10, (i) => list[i] ?? '')),
      responseHeaders: { Vary: 'Accept-Encoding' },
    }
    return {
      [LIMIT]: { middleware: limit.afterVary(new Set(list)), shape },
      [DUTIFUL]: { middleware: limit.dutifulExactOrigins(new Set(list)), shape },
      [SUBJECT]: { middleware: cors({ origin: list }), shape },
      cors: { middleware: peer({ origin: list }), shape },
    }
  },
})

const withoutOrigin = middlewareScenario({
  group: 'requests',
  title: 'no Origin',
  reference: LIMIT,
  most: 1.15,
  sameAnswer: true,
  candidates: () => {
    const list = exactOrigins(10)
    const shape = get(() => undefined)
    return {
      [LIMIT]: { middleware: limit.exactOrigins(new Set(list)), shape },
      [SUBJECT]: { middleware: cors({ origin: list }), shape },
      cors: { middleware: peer({ origin: list }), shape },
    }
  },
})

const hostileOrigin = middlewareScenario({
  group: 'requests',
  title: 'Origin of 15 KiB',
  reference: 'ordinary miss',
  most: 2.5,
  sameAnswer: true,
  candidates: () => {
    const list = exactOrigins(10)
    const shape = get(() => fresh(`https://${'a'.repeat(15 * 1024)}`))
    const middleware = cors({ origin: list })
    return {
      'ordinary miss': { middleware, shape: get(() => fresh(STRANGER)) },
      [SUBJECT]: { middleware, shape },
      [LIMIT]: { middleware: limit.exactOrigins(new Set(list)), shape },
      cors: { middleware: peer({ origin: list }), shape },
    }
  },
})

/** The common case of a middleware that lets the request through. */
export const REQUESTS: readonly Scenario[] = [
  anyOrigin,
  ...[1, 10, 1000, 100_000, 1_000_000].flatMap((count) => [
    exact(count, true),
    exact(count, false),
  ]),
  ...[10, 1000, 100_000].flatMap((count) => [
    subdomains(count, 'hit at depth 1', (i) => `https://app.customer-${i}.example.com`),
    subdomains(count, 'hit at depth 5', (i) => `https://a.b.c.d.e.customer-${i}.example.com`),
    subdomains(count, 'miss', (i) => `https://app.customer-${i}.example.net`),
  ]),
  withCredentials,
  afterVary,
  withoutOrigin,
  hostileOrigin,
]

function origins(count: number): string {
  return count === 1 ? '1 origin' : `${number(count)} origins`
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
