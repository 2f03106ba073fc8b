import type { Middleware } from '../by-hand.js'
import { calls, pendingCalls, probeCalls, probesOf } from '../calls.js'
import { type Exchange, freshExchange, responseOf, type Shape } from '../exchange.js'
import {
  type Bar,
  BY_HAND,
  type Group,
  type PerCandidate,
  type Scenario,
  SUBJECT,
  type Work,
} from '../scenario.js'

interface MiddlewareScenario {
  readonly group: Group
  readonly title: string
  readonly bars: readonly Bar[]
  readonly long?: boolean
  /** Whether the middleware calls `next` later. */
  readonly later?: boolean
  /** Makes the candidates, and for each of them the requests that it is called with. */
  readonly make: () => {
    readonly middleware: PerCandidate<Middleware>
    readonly shape: () => Shape
  }
}

/** At most so many times the time of the code written by hand. */
export function atMost(most: number): readonly Bar[] {
  return [{ kind: 'ratio', to: BY_HAND, most }]
}

/** Middleware called with requests and responses that have no socket. */
export function middlewareScenario(scenario: MiddlewareScenario): Scenario {
  const { group, title, bars, long = false, later = false } = scenario
  return {
    group,
    title,
    unit: 'ns',
    bars,
    rounds: 300,
    long,
    async probes(turn) {
      const { middleware, shape } = scenario.make()
      await assertSameResponse(middleware, shape)
      const toProbe = (one: Middleware) => probeCalls(workOf(one, shape(), later))
      return probesOf(middleware, turn, toProbe)
    },
  }
}

function workOf(middleware: Middleware, shape: Shape, later: boolean): Work {
  const next = () => {}
  return later
    ? pendingCalls<Exchange>(
        () => freshExchange(shape),
        ({ req, res }, done) => middleware(req, res, done),
      )
    : calls<Exchange>(
        () => freshExchange(shape),
        ({ req, res }) => middleware(req, res, next),
      )
}

/** The peer is not compared: it has responses of its own. */
async function assertSameResponse(
  middleware: PerCandidate<Middleware>,
  shape: () => Shape,
): Promise<void> {
  const expected = await respond(middleware[BY_HAND], shape())
  const actual = await respond(middleware[SUBJECT], shape())
  if (actual !== expected) {
    throw new Error(`the responses differ\n\nexpected\n${expected}\n\nactual\n${actual}`)
  }
}

async function respond(middleware: Middleware, shape: Shape): Promise<string> {
  const exchange = freshExchange(shape)
  let continued = 'no'
  await middleware(exchange.req, exchange.res, (error) => {
    continued = error === undefined ? 'yes' : String(error)
  })
  return `${responseOf(exchange)}\ncontinued: ${continued}`
}
