import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { type CorsRequest, createPolicy } from 'strict-cors'
import { evaluate, type Middleware } from './by-hand.js'
import { probeCalls } from './calls.js'
import { probesOf } from './measure.js'
import { freshReqRes, responseOf, type Shape } from './req-res.js'
import { type Bars, BY_HAND, type PerCandidate, type Scenario, SUBJECT } from './scenario.js'

const ROUNDS = 300

/** A scenario before its table is known. */
export type Row = Omit<Scenario, 'group'>

/** Middleware called with requests and responses that have no socket. */
export function middlewareScenario(
  title: string,
  bars: Bars,
  make: () => PerCandidate<Middleware>,
  shape: () => Shape,
): Row {
  return {
    title,
    bars,
    rounds: ROUNDS,
    async probes(rotation) {
      const middleware = make()
      // The peer is not compared: it has responses of its own.
      strictEqual(
        await respond(middleware[SUBJECT], shape()),
        await respond(middleware[BY_HAND], shape()),
      )
      const next = () => {}
      return probesOf(middleware, rotation, (one) => {
        const own = shape()
        return probeCalls(
          () => freshReqRes(own),
          ({ req, res }) => one(req, res, next),
        )
      })
    },
  }
}

async function respond(middleware: Middleware, shape: Shape): Promise<string> {
  const reqRes = freshReqRes(shape)
  let continued = 'no'
  await middleware(reqRes.req, reqRes.res, (error) => {
    continued = error === undefined ? 'yes' : String(error)
  })
  return `${responseOf(reqRes)}\ncontinued: ${continued}`
}

/** The engine alone: `policy.evaluate()` of a policy for some origins. */
export function evaluateScenario(
  title: string,
  origin: readonly string[],
  request: () => CorsRequest,
): Row {
  return {
    title,
    bars: { ratio: 1.25 },
    rounds: ROUNDS,
    probes(rotation) {
      const set = new Set(origin)
      const policy = createPolicy({ origin })
      const byHand = evaluate((value) => set.has(value))
      const own = (one: CorsRequest) => policy.evaluate(one)
      const example = request()
      deepStrictEqual(own(example), byHand(example))
      const candidates: PerCandidate<(request: CorsRequest) => unknown> = {
        [BY_HAND]: byHand,
        [SUBJECT]: own,
      }
      return probesOf(candidates, rotation, (one) => probeCalls(request, one))
    },
  }
}
