import { isCookieCase, type VerdictCase } from '../../fetch-cases/verdicts.js'
import type { PageResult } from '../pages/page.js'
import type { RawRequest } from '../raw-server.js'
import type { Facts } from './stated-facts.js'

/** Every fact of a case, from what the page and the servers saw. */
export function seenFacts(
  verdict: VerdictCase,
  results: readonly PageResult[],
  received: readonly RawRequest[],
): Facts {
  const preflights = received.filter(({ method }) => method === 'OPTIONS')
  const requests = received.filter(({ method }) => method !== 'OPTIONS')
  const last = results.at(-1)
  const readable = last?.shared ? last.response : undefined
  const headers = new Headers((readable?.headers ?? []).map(([name, value]) => [name, value]))
  const names = isCookieCase(verdict) ? [] : Object.keys(verdict.exposed ?? {})
  return {
    verdict: verdictOf(results),
    preflightSent: preflights.length > 0,
    preflightCount: preflights.length,
    acrm: field(preflights[0], 'access-control-request-method'),
    acrh: field(preflights[0], 'access-control-request-headers'),
    exposed: Object.fromEntries(names.map((name) => [name, headers.get(name)])),
    finalOrigin: field(requests.at(-1), 'origin'),
    type: readable?.type,
    status: readable?.status,
    cookies: requests.map((request) => field(request, 'cookie')),
    preflightCookies: preflights.map((request) => field(request, 'cookie')),
  }
}

/**
 * An exception other than the `TypeError` of `fetch()` is a mistake in the suite, so it is named.
 */
function verdictOf(results: readonly PageResult[]): string {
  const [error = 'allow'] = results.flatMap((result) => (result.shared ? [] : [result.error]))
  return error === 'TypeError' ? 'deny' : error
}

function field(request: RawRequest | undefined, name: string): string | null {
  return request?.headers.get(name) ?? null
}
