import peer from 'cors'
import { cors, createPolicy } from 'strict-cors'
import { pendingCalls, probeCalls, probesOf } from '../calls.js'
import { type Exchange, freshExchange, type Shape } from '../exchange.js'
import * as limit from '../limit.js'
import { exactOrigins, inRandomOrder } from '../origins.js'
import { LIMIT, type Probe, type Scenario, SUBJECT } from '../scenario.js'
import { middlewareScenario } from './middleware-scenario.js'

const ORIGINS = exactOrigins(10)
const SET = new Set(ORIGINS)
const SHAPE: Shape = { method: 'GET', origin: inRandomOrder(10, (i) => ORIGINS[i] ?? '') }

const perRequest = middlewareScenario({
  group: 'choice',
  title: 'policy chosen per request',
  reference: LIMIT,
  most: null,
  sameAnswer: true,
  candidates: () => {
    const open = createPolicy()
    const listed = createPolicy({ origin: ORIGINS })
    const isAdmin = (url = '') => url.startsWith('/admin')
    const openOptions = {}
    const listedOptions = { origin: ORIGINS }
    const shape = { ...SHAPE, url: '/admin/orders' }
    return {
      [LIMIT]: { middleware: limit.chosenByPath(SET), shape },
      [SUBJECT]: { middleware: cors(({ url }) => (isAdmin(url) ? listed : open)), shape },
      cors: {
        middleware: peer<Exchange['req']>(({ url }, callback) =>
          callback(null, isAdmin(url) ? listedOptions : openOptions),
        ),
        shape,
      },
    }
  },
})

const originFunction = middlewareScenario({
  group: 'choice',
  title: 'origin function that returns a boolean',
  reference: LIMIT,
  most: null,
  sameAnswer: true,
  candidates: () => {
    const isAllowed = (origin: string) => SET.has(origin)
    return {
      [LIMIT]: { middleware: limit.originFunction(isAllowed), shape: SHAPE },
      [SUBJECT]: { middleware: cors({ origin: isAllowed }), shape: SHAPE },
      cors: {
        middleware: peer({
          origin: (origin, callback) => callback(null, origin !== undefined && isAllowed(origin)),
        }),
        shape: SHAPE,
      },
    }
  },
})

const originPromise: Scenario = {
  group: 'choice',
  title: 'origin function that returns a promise',
  unit: 'ns',
  reference: LIMIT,
  subject: SUBJECT,
  bars: [],
  rounds: 300,
  long: false,
  works: null,
  probes(turn) {
    const isAllowed = async (origin: string) => SET.has(origin)
    const candidates = {
      [LIMIT]: limit.originPromise(isAllowed),
      [SUBJECT]: cors({ origin: isAllowed }),
    }
    return probesOf(candidates, turn, probe)
  },
}

function probe(middleware: limit.Middleware): Promise<Probe> {
  const work = pendingCalls<Exchange>(
    () => freshExchange(SHAPE),
    ({ req, res }, done) => middleware(req, res, done),
  )
  return probeCalls(work)
}

/** Where a function of the app decides. */
export const CHOICE: readonly Scenario[] = [perRequest, originFunction, originPromise]
