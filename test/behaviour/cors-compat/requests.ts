/** The origin that every policy of the table is about. */
export const ALLOWED = 'https://app.example.com'
/** An origin that no policy of the table names. */
export const OTHER = 'https://other.example'

/** What the preflights ask for, as a browser writes it. */
export const ASKED_HEADERS = 'content-type,x-token'

export interface TableRequest {
  readonly name: string
  readonly from: 'allowed' | 'other' | 'none'
  readonly method: 'GET' | 'OPTIONS'
  readonly headers: Readonly<Record<string, string>>
}

const asksForMethod = { 'access-control-request-method': 'PUT' }
const asksForBoth = { ...asksForMethod, 'access-control-request-headers': ASKED_HEADERS }

/** What each policy is asked, in this order. */
export const REQUESTS: readonly TableRequest[] = [
  {
    name: 'request from the allowed origin',
    from: 'allowed',
    method: 'GET',
    headers: { origin: ALLOWED },
  },
  {
    name: 'request from another origin',
    from: 'other',
    method: 'GET',
    headers: { origin: OTHER },
  },
  {
    name: 'request without Origin',
    from: 'none',
    method: 'GET',
    headers: {},
  },
  {
    name: 'preflight from the allowed origin',
    from: 'allowed',
    method: 'OPTIONS',
    headers: { origin: ALLOWED, ...asksForBoth },
  },
  {
    name: 'preflight from another origin',
    from: 'other',
    method: 'OPTIONS',
    headers: { origin: OTHER, ...asksForBoth },
  },
  {
    name: 'preflight that asks for no headers',
    from: 'allowed',
    method: 'OPTIONS',
    headers: { origin: ALLOWED, ...asksForMethod },
  },
  {
    name: 'OPTIONS from another origin, no preflight',
    from: 'other',
    method: 'OPTIONS',
    headers: { origin: OTHER },
  },
  {
    name: 'OPTIONS from the allowed origin, no preflight',
    from: 'allowed',
    method: 'OPTIONS',
    headers: { origin: ALLOWED },
  },
  {
    name: 'OPTIONS without Origin',
    from: 'none',
    method: 'OPTIONS',
    headers: {},
  },
]

/** https://fetch.spec.whatwg.org/#cors-preflight-request */
export function isPreflight({ method, headers }: TableRequest): boolean {
  return method === 'OPTIONS' && 'origin' in headers && 'access-control-request-method' in headers
}
