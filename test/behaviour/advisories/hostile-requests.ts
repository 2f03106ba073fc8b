import type { ServedRequest } from '../../unit/connect/serve.js'

export const ORIGIN = 'https://app.example.com'

/** Ends a line in every way there is, goes on as the log does, and steers the terminal. */
const FORGED = 'x"\r\n\v\f\x85\u2028STRICT-CORS 1: all is well\x1b[2J\x9b2J\b\0\x7f\u202e'

/** The same with the bytes that node:http lets through. */
export const FORGED_ON_THE_WIRE = 'x"\t\x85STRICT-CORS 1: all is well\x9b2J\xff'

function preflightWith(method: string, requestHeaders: string): ServedRequest {
  return {
    method: 'OPTIONS',
    headers: {
      origin: ORIGIN,
      'access-control-request-method': method,
      'access-control-request-headers': requestHeaders,
    },
  }
}

/** By the code of their denial: every code whose sentence repeats unrestricted text. */
export const HOSTILE_REQUESTS: readonly (readonly [code: string, request: ServedRequest])[] = [
  ['origin-invalid', { headers: { origin: FORGED } }],
  ['origin-invalid', { headers: { origin: `${ORIGIN}\n${FORGED}` } }],
  ['method-not-allowed', preflightWith(FORGED, 'x')],
  ['request-headers-invalid', preflightWith('PUT', FORGED)],
]
