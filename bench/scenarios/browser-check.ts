import { createPage, type RequestOptions, type Transport } from 'strict-cors/testing'
import { pendingCalls, probeCalls } from '../calls.js'
import { type Scenario, SUBJECT } from '../scenario.js'

const transport: Transport = () => ({
  status: 200,
  headers: [
    ['Access-Control-Allow-Origin', 'https://app.example.com'],
    ['Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE'],
    ['Access-Control-Allow-Headers', 'Content-Type,Authorization,X-Requested-With'],
    ['Access-Control-Max-Age', '0'],
  ],
})

function browserCheck(title: string, init: RequestOptions): Scenario {
  const work = () => {
    const browser = createPage(transport, { origin: 'https://app.example.com' })
    return pendingCalls(
      () => 'https://api.example.com/orders',
      (url, done) => browser.check(url, init).then(done),
    )
  }
  return {
    group: 'browser',
    title,
    unit: 'ns',
    reference: SUBJECT,
    subject: SUBJECT,
    bars: [{ kind: 'time', most: 50_000 }],
    rounds: 300,
    long: false,
    works: () => ({ [SUBJECT]: work() }),
    async probes() {
      return { [SUBJECT]: await probeCalls(work()) }
    },
  }
}

/** The browser model, with a transport that costs nothing. */
export const BROWSER_CHECK: readonly Scenario[] = [
  browserCheck('check() of a request', {}),
  browserCheck('check() of a preflight and its request, 3 names', {
    method: 'PUT',
    headers: { authorization: 'x', 'content-type': 'application/json', 'x-requested-with': 'x' },
  }),
]
