import { type CorsRequest, createPolicy } from 'strict-cors'
import { calls, probeCalls } from '../calls.js'
import { fresh } from '../fresh.js'
import { exactOrigins, inRandomOrder } from '../origins.js'
import { type Scenario, SUBJECT } from '../scenario.js'

const ORIGINS = exactOrigins(1000)

function evaluate(title: string, most: number, request: () => CorsRequest): Scenario {
  const work = () => {
    const policy = createPolicy({ origin: ORIGINS })
    return calls(request, (context) => policy.evaluate(context))
  }
  return {
    group: 'evaluate',
    title,
    unit: 'ns',
    reference: SUBJECT,
    subject: SUBJECT,
    bars: [{ kind: 'time', most }],
    rounds: 300,
    long: false,
    works: () => ({ [SUBJECT]: work() }),
    async probes() {
      return { [SUBJECT]: await probeCalls(work()) }
    },
  }
}

const origin = inRandomOrder(ORIGINS.length, (i) => ORIGINS[i] ?? '')

/** The engine alone. */
export const EVALUATE: readonly Scenario[] = [
  evaluate('evaluate() on a request, 1,000 origins', 100, () => ({
    method: 'GET',
    headers: { host: 'api.example.com', accept: '*/*', origin: origin() },
  })),
  evaluate('evaluate() on a preflight, 3 names', 200, () => ({
    method: 'OPTIONS',
    headers: {
      host: 'api.example.com',
      accept: '*/*',
      origin: origin(),
      'access-control-request-method': fresh('PUT'),
      'access-control-request-headers': fresh('authorization,content-type,x-requested-with'),
    },
  })),
]
