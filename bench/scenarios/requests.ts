import peer from 'cors'
import { cors, createPolicy } from 'strict-cors'
import * as byHand from '../by-hand.js'
import { exactOrigin, exactOrigins, inRandomOrder } from '../inputs.js'
import { evaluateScenario, middlewareScenario, type Row } from '../middleware.js'
import type { ReqRes, Shape } from '../req-res.js'
import {
  atMost,
  type Bar,
  BY_HAND,
  PEER,
  type PerCandidate,
  type Scenario,
  SUBJECT,
} from '../scenario.js'

const TEN = exactOrigins(10)
const SET = new Set(TEN)
const isAllowed = (origin: string) => SET.has(origin)
const promiseOf = async (origin: string) => isAllowed(origin)

const miss = (i: number) => `https://customer-${i}.example.net`
const tooLong = () => `https://${'a'.repeat(15 * 1024)}`

/** Requests from so many origins. */
function from(count: number, origin: (i: number) => string = exactOrigin): () => Shape {
  return () => ({ method: 'GET', origin: inRandomOrder(count, origin) })
}

/** @param shape of requests to a list of `count` origins */
function list(title: string, count: number, shape: () => Shape, most = 1.15, enforce = false): Row {
  const row = middlewareScenario(title, atMost(most), () => {
    const origin = exactOrigins(count)
    const set = new Set(origin)
    const middleware = {
      [BY_HAND]: byHand.allowlist((value) => set.has(value)),
      [SUBJECT]: cors({ origin, enforce }),
      [PEER]: peer({ origin }),
    }
    return { middleware, shape }
  })
  return { ...row, long: count > 100_000 }
}

/** By hand, without patterns: a list of the same size with the origins that the requests carry. */
function subdomains(what: string, origin: (i: number) => string): Row {
  const below = (name: string) => (one: string) => one.replace('//', `//${name}`)
  const set = new Set(TEN.map(below('app.')))
  const regexps = TEN.map((one) => new RegExp(`^${below('(.+.)')(one).replaceAll('.', '\\.')}$`))
  return middlewareScenario(`10 subdomain patterns, ${what}`, atMost(1.5), () => ({
    middleware: {
      [BY_HAND]: byHand.allowlist((value) => set.has(value)),
      [SUBJECT]: cors({ origin: TEN.map(below('*.')) }),
      [PEER]: peer({ origin: regexps }),
    },
    shape: from(10, (i) => below('app.')(origin(i))),
  }))
}

/** A function of the app decides. */
function asked(title: string, bar: Bar, middleware: PerCandidate<byHand.Middleware>): Row {
  return middlewareScenario(title, bar, () => ({ middleware, shape: from(10) }))
}

const anyOrigin = middlewareScenario('any origin', atMost(1.25), () => ({
  middleware: { [BY_HAND]: byHand.anyOrigin, [SUBJECT]: cors(), [PEER]: peer() },
  shape: from(1),
}))

const returnsBoolean = asked('origin function that returns a boolean', atMost(1.5), {
  [BY_HAND]: byHand.originFunction(isAllowed),
  [SUBJECT]: cors({ origin: isAllowed }),
  [PEER]: peer({ origin: (origin = '', callback) => callback(null, isAllowed(origin)) }),
})

const peerWithPromise = peer({
  origin: (origin = '', callback) => {
    promiseOf(origin).then((allowed) => callback(null, allowed), callback)
  },
})

const returnsPromise = asked('origin function that returns a promise', atMost(2), {
  [BY_HAND]: byHand.originPromise(promiseOf),
  [SUBJECT]: cors({ origin: promiseOf }),
  [PEER]: (req, res) => new Promise((resolve) => peerWithPromise(req, res, resolve)),
})

const delegate = asked(
  'options returned for each request',
  { kind: 'time', most: 5000 },
  {
    [BY_HAND]: (req, res, next) => byHand.allowlist(isAllowed)(req, res, next),
    [SUBJECT]: cors(() => ({ origin: TEN, credentials: false })),
    [PEER]: peer<ReqRes['req']>((_req, callback) => callback(null, { origin: TEN })),
  },
)

const thousand = exactOrigins(1000)
const oneOfThousand = inRandomOrder(1000, exactOrigin)
const evaluated = evaluateScenario(
  'evaluate()',
  createPolicy({ origin: thousand }),
  thousand,
  () => ({
    method: 'GET',
    headers: { host: 'api.example.com', accept: '*/*', origin: oneOfThousand() },
  }),
)

const rows: readonly Row[] = [
  anyOrigin,
  list('no Origin', 10, () => ({ method: 'GET', origin: () => undefined })),
  list('10 origins, hit', 10, from(10)),
  list('10 origins, miss', 10, from(10, miss)),
  list('1,000,000 origins, hit', 1_000_000, from(1_000_000)),
  list('1,000,000 origins, miss', 1_000_000, from(1_000_000, miss)),
  list('Origin of 15 KiB', 10, from(1, tooLong)),
  list(
    'Vary: Accept-Encoding set before',
    10,
    () => ({ ...from(10)(), responseHeaders: { Vary: 'Accept-Encoding' } }),
    1.25,
  ),
  // By hand, nothing is rejected: what is measured is what `enforce` costs a request that it allows.
  list('allowed POST with enforce', 10, () => ({ ...from(10)(), method: 'POST' }), 1.25, true),
  subdomains('hit', exactOrigin),
  subdomains('miss', miss),
  returnsBoolean,
  returnsPromise,
  delegate,
  evaluated,
]

/** Requests that the middleware lets through. */
export const REQUESTS = rows.map((row): Scenario => ({ group: 'requests', ...row }))
