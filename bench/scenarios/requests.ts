import peer from 'cors'
import { cors } from 'strict-cors'
import * as byHand from '../by-hand.js'
import { exactOrigin, exactOrigins, inRandomOrder } from '../inputs.js'
import { evaluateScenario, middlewareScenario, type Row } from '../middleware.js'
import type { ReqRes, Shape } from '../req-res.js'
import { BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'

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
function list(
  title: string,
  count: number,
  shape: () => Shape,
  ratio = 1.15,
  enforce = false,
): Row {
  const make = () => {
    const origin = exactOrigins(count)
    const set = new Set(origin)
    return {
      [BY_HAND]: byHand.allowlist((value) => set.has(value)),
      [SUBJECT]: cors({ origin, enforce }),
      [PEER]: peer({ origin }),
    }
  }
  return { ...middlewareScenario(title, { ratio }, make, shape), long: count > 100_000 }
}

/** By hand, without patterns: a list of the same size with the origins that the requests carry. */
function subdomains(what: string, origin: (i: number) => string): Row {
  const below = (name: string) => (one: string) => one.replace('//', `//${name}`)
  const set = new Set(TEN.map(below('app.')))
  const regexps = TEN.map((one) => new RegExp(`^${below('(.+.)')(one).replaceAll('.', '\\.')}$`))
  const make = () => ({
    [BY_HAND]: byHand.allowlist((value) => set.has(value)),
    [SUBJECT]: cors({ origin: TEN.map(below('*.')) }),
    [PEER]: peer({ origin: regexps }),
  })
  const shape = from(10, (i) => below('app.')(origin(i)))
  return middlewareScenario(`10 subdomain patterns, ${what}`, { ratio: 1.5 }, make, shape)
}

function anyOrigin() {
  return { [BY_HAND]: byHand.anyOrigin, [SUBJECT]: cors(), [PEER]: peer() }
}

function returningBoolean() {
  return {
    [BY_HAND]: byHand.originFunction(isAllowed),
    [SUBJECT]: cors({ origin: isAllowed }),
    [PEER]: peer({ origin: (origin = '', callback) => callback(null, isAllowed(origin)) }),
  }
}

function returningPromise() {
  const callingBack = peer({
    origin: (origin = '', callback) => {
      promiseOf(origin).then((allowed) => callback(null, allowed), callback)
    },
  })
  const awaited: byHand.Middleware = (req, res) =>
    new Promise((resolve) => callingBack(req, res, resolve))
  return {
    [BY_HAND]: byHand.originPromise(promiseOf),
    [SUBJECT]: cors({ origin: promiseOf }),
    [PEER]: awaited,
  }
}

function returningOptions() {
  const making: byHand.Middleware = (req, res, next) => byHand.allowlist(isAllowed)(req, res, next)
  return {
    [BY_HAND]: making,
    [SUBJECT]: cors(() => ({ origin: TEN, credentials: false })),
    [PEER]: peer<ReqRes['req']>((_req, callback) => callback(null, { origin: TEN })),
  }
}

const noOrigin = () => ({ method: 'GET', origin: () => undefined })
const withVary = () => ({ ...from(10)(), vary: 'Accept-Encoding' })
const post = () => ({ ...from(10)(), method: 'POST' })
const oneOfThousand = inRandomOrder(1000, exactOrigin)
const evaluated = () => ({
  method: 'GET',
  headers: { host: 'api.example.com', accept: '*/*', origin: oneOfThousand() },
})

const rows: readonly Row[] = [
  middlewareScenario('any origin', { ratio: 1.25 }, anyOrigin, from(1)),
  list('no Origin', 10, noOrigin),
  list('10 origins, hit', 10, from(10)),
  list('10 origins, miss', 10, from(10, miss)),
  list('1,000,000 origins, hit', 1_000_000, from(1_000_000)),
  list('1,000,000 origins, miss', 1_000_000, from(1_000_000, miss)),
  list('Origin of 15 KiB', 10, from(1, tooLong)),
  list('Vary: Accept-Encoding set before', 10, withVary, 1.25),
  // By hand, nothing is rejected: what is measured is what `enforce` costs a request that it allows.
  list('allowed POST with enforce', 10, post, 1.25, true),
  subdomains('hit', exactOrigin),
  subdomains('miss', miss),
  middlewareScenario('origin function, a boolean', { ratio: 1.5 }, returningBoolean, from(10)),
  middlewareScenario('origin function, a promise', { ratio: 2 }, returningPromise, from(10)),
  middlewareScenario(
    'options returned for each request',
    { time: 5000 },
    returningOptions,
    from(10),
  ),
  evaluateScenario('evaluate()', exactOrigins(1000), evaluated),
]

/** Requests that the middleware lets through. */
export const REQUESTS = rows.map((row): Scenario => ({ group: 'requests', ...row }))
