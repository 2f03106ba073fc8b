import peer from 'cors'
import { cors } from 'strict-cors'
import * as byHand from '../by-hand.js'
import type { Shape } from '../exchange.js'
import { exactOrigins, fresh, inRandomOrder } from '../inputs.js'
import { BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'
import { atMost, middlewareScenario } from './middleware.js'

/** Requests from the origins of a list, or from others. */
function from(count: number, origin: (i: number) => string): () => Shape {
  return () => ({ method: 'GET', origin: inRandomOrder(count, origin) })
}

const hit = (i: number) => `https://customer-${i}.example.com`
const miss = (i: number) => `https://customer-${i}.example.net`

const anyOrigin = middlewareScenario({
  group: 'requests',
  title: 'any origin',
  bars: atMost(1.25),
  make: () => ({
    middleware: { [BY_HAND]: byHand.anyOrigin, [SUBJECT]: cors(), [PEER]: peer() },
    shape: from(1, hit),
  }),
})

/** @param shape of requests to a list of `count` origins */
function exact(title: string, count: number, shape: () => Shape, most = 1.15): Scenario {
  return middlewareScenario({
    group: 'requests',
    title,
    bars: atMost(most),
    long: count > 100_000,
    make: () => {
      const origin = exactOrigins(count)
      const set = new Set(origin)
      return {
        middleware: {
          [BY_HAND]: byHand.allowlist((value) => set.has(value)),
          [SUBJECT]: cors({ origin }),
          [PEER]: peer({ origin }),
        },
        shape,
      }
    },
  })
}

/** By hand, without patterns: a list of the same size with the origins that the requests carry. */
function subdomains(count: number, what: string, shape: () => Shape, allowed: string): Scenario {
  return middlewareScenario({
    group: 'requests',
    title: `${count.toLocaleString('en-US')} subdomain patterns, ${what}`,
    bars: atMost(1.5),
    make: () => {
      const set = new Set(
        exactOrigins(count).map((origin) => fresh(origin.replace('//', `//${allowed}`))),
      )
      const patterns = exactOrigins(count).map((origin) => fresh(origin.replace('//', '//*.')))
      const regexps = Array.from(
        // One regular expression per pattern: of a hundred thousand nobody would.
        { length: count > 1000 ? 0 : count },
        (_, i) => new RegExp(`^https://(.+\\.)customer-${i}\\.example\\.com$`),
      )
      return {
        middleware: {
          [BY_HAND]: byHand.allowlist((value) => set.has(value)),
          [SUBJECT]: cors({ origin: patterns }),
          ...(regexps.length > 0 && { [PEER]: peer({ origin: regexps }) }),
        },
        shape,
      }
    },
  })
}

/** By hand, nothing is rejected: what is measured is what `enforce` costs a request that it allows. */
const enforced = middlewareScenario({
  group: 'requests',
  title: '10 origins, allowed POST with enforce',
  bars: atMost(1.25),
  make: () => {
    const origin = exactOrigins(10)
    const set = new Set(origin)
    return {
      middleware: {
        [BY_HAND]: byHand.allowlist((value) => set.has(value)),
        [SUBJECT]: cors({ origin, enforce: true }),
        [PEER]: peer({ origin }),
      },
      shape: () => ({ ...from(10, hit)(), method: 'POST' }),
    }
  },
})

/** Requests that the middleware lets through. */
export const REQUESTS: readonly Scenario[] = [
  anyOrigin,
  exact('no Origin', 10, () => ({ method: 'GET', origin: () => undefined })),
  exact('10 origins, hit', 10, from(10, hit)),
  exact('10 origins, miss', 10, from(10, miss)),
  enforced,
  exact('1,000,000 origins, hit', 1_000_000, from(1_000_000, hit)),
  exact('1,000,000 origins, miss', 1_000_000, from(1_000_000, miss)),
  exact(
    'Origin of 15 KiB',
    10,
    from(1, () => `https://${'a'.repeat(15 * 1024)}`),
  ),
  exact(
    'Vary: Accept-Encoding set before',
    10,
    () => ({ ...from(10, hit)(), responseHeaders: { Vary: 'Accept-Encoding' } }),
    1.25,
  ),
  subdomains(
    10,
    'hit',
    from(10, (i) => hit(i).replace('//', '//app.')),
    'app.',
  ),
  subdomains(
    10,
    'miss',
    from(10, (i) => miss(i).replace('//', '//app.')),
    'app.',
  ),
  subdomains(
    100_000,
    'hit at depth 5',
    from(100_000, (i) => hit(i).replace('//', '//a.b.c.d.e.')),
    'a.b.c.d.e.',
  ),
]
