import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { ResponseTemplate } from '../policy/decide/response-templates.js'
import { appendNames } from './append-names.js'

/** A request of `node:http`, or of the compatibility API of `node:http2`. */
export type HttpRequest = IncomingMessage | Http2ServerRequest

/** A response of `node:http`, or of the compatibility API of `node:http2`. */
export type HttpResponse = ServerResponse | Http2ServerResponse

const CORS_RESPONSE_HEADER_NAMES: readonly string[] = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Max-Age',
  'Access-Control-Expose-Headers',
]

/**
 * Whether an outer policy has set headers. Every policy that allows sets
 * `Access-Control-Allow-Origin`; some software sets one of the others even when it denies.
 */
export function hasCorsHeaders(res: HttpResponse): boolean {
  return (
    headerOf(res, 'access-control-allow-origin') !== undefined ||
    headerOf(res, 'access-control-allow-credentials') !== undefined ||
    headerOf(res, 'access-control-expose-headers') !== undefined
  )
}

/** A header of a response. Test doubles and small servers may return `null` for one that is not set. */
function headerOf(res: HttpResponse, name: string): number | string | string[] | undefined {
  return res.getHeader(name) ?? undefined
}

/**
 * Removes what an outer policy has set: the inner one replaces it whole.
 * @throws TypeError for a response without `removeHeader`: to go on would mix two policies
 */
export function removeCorsHeaders(res: HttpResponse): void {
  for (const name of CORS_RESPONSE_HEADER_NAMES) res.removeHeader(name)
}

/** Sets headers, replacing those of the same name. */
export function setHeaders(res: HttpResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
}

/** Adds field names to `Vary`, each once; `*` already names them all. */
export function appendVary(res: HttpResponse, varyValue: string): void {
  if (varyValue === '') return
  const present = headerOf(res, 'vary')
  res.setHeader('Vary', present === undefined ? varyValue : extendVary(present, varyValue))
}

/** The last result of `vary`, which parses: most responses of an app are alike. */
let last = { present: '', added: '', extended: '' }

function extendVary(value: number | string | string[], added: string): string {
  const present = Array.isArray(value) ? value.join(', ') : String(value)
  if (last.present !== present || last.added !== added) {
    last = { present, added, extended: appendNames(present, added) }
  }
  return last.extended
}

/**
 * Ends the response to a preflight. Test doubles and small servers may have no more than `statusCode`,
 * `setHeader`, `getHeader` and `end`.
 */
export function endPreflight(
  res: HttpResponse,
  status: number,
  template: ResponseTemplate,
  headers: Record<string, string>,
): void {
  if (headerOf(res, 'vary') !== undefined) appendVary(res, template.varyValue)
  else if (template.varyValue !== '') headers.Vary = template.varyValue
  // RFC 9110 §8.6 forbids Content-Length with 204, and without it others would wait for a body.
  if (status !== 204) headers['Content-Length'] = '0'
  if (typeof res.writeHead === 'function') res.writeHead(status, headers)
  else {
    setHeaders(res, headers)
    res.statusCode = status
  }
  res.end()
}
