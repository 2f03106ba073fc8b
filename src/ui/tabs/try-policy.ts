import type { WireRequest, WireResponse } from '../../browser/algorithms/wire.js'
import { createPage } from '../../browser/create-page.js'
import type { Decision } from '../../policy/decision.js'
import type { Policy } from '../../policy/policy.js'
import { type Fields, textOf } from '../form/fields.js'
import { headersOf } from '../form/headers-of.js'
import { messageOf } from './message-of.js'

/** What the policy says about each request that a browser would send. */
interface Step {
  readonly method: string
  readonly decision: Decision
}

const URL_OF_API = 'https://api.example.com/'

/**
 * Sends a row of the table as a browser would to a server with this policy: the policy's decisions, and
 * the browser model's verdict on them. A row that no browser can send has an `error` instead.
 */
export async function tryPolicy(policy: Policy, row: Fields): Promise<object> {
  const steps: Step[] = []
  const credentials = row.credentials === true
  try {
    await using page = createPage((request: WireRequest) => respond(request), {
      origin: textOf(row, 'origin'),
    })
    const { outcome, code, message } = await page.check(URL_OF_API, {
      method: textOf(row, 'method') || 'GET',
      headers: headersOf(row),
      credentials: credentials ? 'include' : 'same-origin',
    })
    return { outcome, code, message, steps }
  } catch (error) {
    return { error: messageOf(error) }
  }

  async function respond({ method, headers }: WireRequest): Promise<WireResponse> {
    const decision = await policy.evaluate({
      method,
      headers: {
        'sec-fetch-mode': 'cors',
        'sec-fetch-site': 'cross-site',
        ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        ...(credentials && method !== 'OPTIONS' && { cookie: 'session=1' }),
      },
    })
    steps.push({ method, decision })
    const vary = decision.vary.join(', ')
    return {
      status: statusOf(decision),
      headers: [
        ...Object.entries(decision.headers),
        ...(vary === '' ? [] : ([['Vary', vary]] as const)),
      ],
    }
  }
}

function statusOf({ kind, rejected }: Decision): number {
  if (rejected) return 403
  return kind === 'preflight' ? 204 : 200
}
