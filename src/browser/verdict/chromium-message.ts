import { getHeader, type HeaderList } from '../../fetch/header-list.js'
import type { BlockedCode } from '../algorithms/blocked-facts.js'
import type { Exchange } from '../algorithms/exchange.js'
import type { BlockedVerdict } from './verdict.js'

type Reason = (exchange: Exchange) => string

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'

/** What Chromium 156 adds for `fetch()`; until about 132 it named `no-cors` as well. */
const VALID_VALUE = ' Have the server send the header with a valid value.'

/** What Chromium 156 gives as the reason; the same in both phases. */
const REASONS: Partial<Readonly<Record<BlockedCode, Reason>>> = {
  'allow-origin-missing': () =>
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  'allow-origin-multiple': ({ response }) =>
    `The 'Access-Control-Allow-Origin' header contains multiple values '${headerOf(response, ALLOW_ORIGIN)}', but only one is allowed.${VALID_VALUE}`,
  'allow-origin-invalid': ({ response }) =>
    `The 'Access-Control-Allow-Origin' header contains the invalid value '${headerOf(response, ALLOW_ORIGIN)}'.${VALID_VALUE}`,
  'allow-origin-mismatch': ({ response }) =>
    `The 'Access-Control-Allow-Origin' header has a value '${headerOf(response, ALLOW_ORIGIN)}' that is not equal to the supplied origin.${VALID_VALUE}`,
  'allow-origin-wildcard-with-credentials': () =>
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  'allow-credentials-not-true': ({ response }) =>
    `The value of the 'Access-Control-Allow-Credentials' header in the response is '${headerOf(response, 'Access-Control-Allow-Credentials')}' which must be 'true' when the request's credentials mode is 'include'.`,
  'preflight-redirected': () => 'Redirect is not allowed for a preflight request.',
  'preflight-status-not-ok': () => 'It does not have HTTP ok status.',
}

/** The same for lists in the response to the preflight. */
const LIST_REASONS: Partial<Readonly<Record<BlockedCode, Reason>>> = {
  'allow-methods-invalid': () =>
    'Cannot parse Access-Control-Allow-Methods response header field in preflight response.',
  'allow-headers-invalid': () =>
    'Cannot parse Access-Control-Allow-Headers response header field in preflight response.',
  'method-not-in-allow-methods': ({ request }) =>
    `Method ${headerOf(request, 'Access-Control-Request-Method')} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  'header-not-in-allow-headers': (exchange) =>
    `Request header field ${refusedHeader(exchange)} is not allowed by Access-Control-Allow-Headers in preflight response.`,
  'redirect-with-userinfo': () =>
    "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
}

/** What Chromium prints if it gives another reason than CORS. */
const LOAD_ERRORS: Partial<Readonly<Record<BlockedCode, string>>> = {
  'redirect-location-invalid': 'net::ERR_INVALID_REDIRECT',
  'redirect-limit-reached': 'net::ERR_TOO_MANY_REDIRECTS',
  'proxy-authentication-required': 'net::ERR_UNEXPECTED_PROXY_AUTH',
}

/**
 * The line that Chromium prints on its console for a blocked `fetch()`; `null` if it prints none, or
 * one that depends on more than the verdict.
 */
export function chromiumMessage(
  { code, phase, exchanges }: BlockedVerdict,
  origin: string,
): string | null {
  const loadError = LOAD_ERRORS[code]
  if (loadError !== undefined) return `Failed to load resource: ${loadError}`
  const reason = REASONS[code] ?? LIST_REASONS[code]
  const last = exchanges[exchanges.length - 1]
  if (reason === undefined || last === undefined) return null
  const preflight =
    phase === 'preflight' && code in REASONS
      ? "Response to preflight request doesn't pass access control check: "
      : ''
  return `Access to fetch at ${place(exchanges, last)} from origin '${origin}' has been blocked by CORS policy: ${preflight}${reason(last)}`
}

/** The URL that failed and, after a redirect, the one that the page asked for. */
function place([first]: readonly Exchange[], { request: { url } }: Exchange): string {
  const asked = first?.request.url
  return asked === url ? `'${url}'` : `'${url}' (redirected from '${asked}')`
}

/** Chromium names the first one; they are in lower case and in order. */
function refusedHeader(exchange: Exchange): string {
  const allowed = headerOf(exchange.response, 'Access-Control-Allow-Headers').toLowerCase()
  const names = allowed.split(',').map((name) => name.trim())
  const asked = headerOf(exchange.request, 'Access-Control-Request-Headers').split(',')
  return asked
    .filter((name) => !names.includes(name))
    .slice(0, 1)
    .join()
}

/** Empty if it is missing, as Chromium prints it. */
function headerOf(message: { readonly headers: HeaderList } | null, name: string): string {
  return (message && getHeader(message.headers, name)) ?? ''
}
