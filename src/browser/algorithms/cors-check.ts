import { getHeader, type Header, type HeaderList } from '../../fetch/header-list.js'
import type { ExchangeKind } from './blocked-facts.js'
import { type NetworkError, networkError } from './network-error.js'
import type { FetchRequest } from './request.js'
import { serializeRequestOrigin } from './request-origin.js'
import type { WireResponse } from './wire.js'

/**
 * `null` is the standard's success. Step numbers: Fetch standard, as of 2 July 2026.
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(
  request: FetchRequest,
  response: WireResponse,
  phase: ExchangeKind,
): NetworkError | null {
  const url = request.currentUrl.href
  const { status } = response
  const origin = serializeRequestOrigin(request)
  // 1. Get Access-Control-Allow-Origin.
  const value = getHeader(response.headers, 'access-control-allow-origin')
  // 2. Without that header, return failure.
  if (value === null) {
    const knowsCors = response.headers.some(isOfCors)
    const judgesSite = isInVary(response.headers, 'sec-fetch-site')
    const facts = { url, status, origin, knowsCors, judgesSite }
    return networkError('allow-origin-missing', phase, facts)
  }
  // 3. The wildcard, without credentials: success.
  if (request.credentials !== 'include' && value === '*') return null
  // 4. Not the request's origin: failure.
  if (origin !== value) {
    return networkError(mismatchCode(value), phase, { url, status, origin, value })
  }
  // 5. No credentials: success.
  if (request.credentials !== 'include') return null
  // 6. Get Access-Control-Allow-Credentials.
  const credentials = getHeader(response.headers, 'access-control-allow-credentials')
  // 7. Exactly "true": success.
  if (credentials === 'true') return null
  // 8. Anything else: failure.
  return networkError('allow-credentials-not-true', phase, { url, status, value: credentials })
}

/** `Vary: Origin` counts too: it shows that the server looks at the origin. */
function isOfCors([name, value]: Header): boolean {
  const lowercase = name.toLowerCase()
  return (
    lowercase.startsWith('access-control-') ||
    (lowercase === 'vary' && value.toLowerCase().includes('origin'))
  )
}

function isInVary(headers: HeaderList, fieldName: string): boolean {
  const names = getHeader(headers, 'vary')?.toLowerCase().split(',') ?? []
  return names.some((name) => name.trim() === fieldName)
}

/** What is wrong with a value that is not the origin. Chromium draws the same distinctions. */
function mismatchCode(value: string) {
  if (value === '*') return 'allow-origin-wildcard-with-credentials'
  if (value.includes(' ') || value.includes(',')) return 'allow-origin-multiple'
  return value === 'null' || URL.canParse(value) ? 'allow-origin-mismatch' : 'allow-origin-invalid'
}
