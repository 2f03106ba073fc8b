import peer from 'cors'
import { cors } from 'strict-cors'
import { allowlist, originFunction, originPromise } from '../by-hand.js'
import type { Exchange, Shape } from '../exchange.js'
import { exactOrigins, inRandomOrder } from '../inputs.js'
import { BY_HAND, PEER, type Scenario, SUBJECT } from '../scenario.js'
import { atMost, middlewareScenario } from './middleware.js'

const ORIGINS = exactOrigins(10)
const SET = new Set(ORIGINS)
const shape = (): Shape => ({
  method: 'GET',
  origin: inRandomOrder(10, (i) => ORIGINS[i] ?? ''),
})
const isAllowed = (origin: string) => SET.has(origin)

const returnsBoolean = middlewareScenario({
  group: 'requests',
  title: 'origin function that returns a boolean',
  bars: atMost(1.5),
  make: () => ({
    middleware: {
      [BY_HAND]: originFunction(isAllowed),
      [SUBJECT]: cors({ origin: isAllowed }),
      [PEER]: peer({
        origin: (origin, callback) => callback(null, origin !== undefined && isAllowed(origin)),
      }),
    },
    shape,
  }),
})

const returnsPromise = middlewareScenario({
  group: 'requests',
  title: 'origin function that returns a promise',
  bars: atMost(2),
  later: true,
  make: () => {
    const promise = async (origin: string) => isAllowed(origin)
    return {
      middleware: {
        [BY_HAND]: originPromise(promise),
        [SUBJECT]: cors({ origin: promise }),
        [PEER]: peer({
          origin: (origin = '', callback) => {
            promise(origin).then((allowed) => callback(null, allowed), callback)
          },
        }),
      },
      shape,
    }
  },
})

const delegate = middlewareScenario({
  group: 'requests',
  title: 'options returned for each request',
  bars: [{ kind: 'time', most: 5000 }],
  make: () => ({
    middleware: {
      [BY_HAND]: (req, res, next) => allowlist(isAllowed)(req, res, next),
      [SUBJECT]: cors(() => ({ origin: ORIGINS, credentials: false })),
      [PEER]: peer<Exchange['req']>((_req, callback) => callback(null, { origin: ORIGINS })),
    },
    shape,
  }),
})

const madeAnew = middlewareScenario({
  group: 'requests',
  title: 'middleware made for each request',
  bars: [],
  make: () => ({
    middleware: {
      [BY_HAND]: (req, res, next) => allowlist(isAllowed)(req, res, next),
      [SUBJECT]: (req, res, next) => cors({ origin: ORIGINS })(req, res, next),
      [PEER]: (req, res, next) => peer({ origin: ORIGINS })(req, res, next),
    },
    shape,
  }),
})

/** A function of the app decides, or the app itself, for each request. */
export const FUNCTIONS: readonly Scenario[] = [returnsBoolean, returnsPromise, delegate, madeAnew]
