import type { Wordings } from '../topics.js'

/** Internet Explorer 10 and 11, and Edge 12 to 18. */
export const EDGE_LEGACY: Wordings = {
  'allow-origin-missing-or-mismatch': [
    'Origin {origin} [not found in Access-Control-Allow-Origin]',
    'The origin {origin} [did not find] {any} in the Access-Control-Allow-Origin response header for cross-origin resource at {url}',
    'SEC7120',
  ],
  'allow-origin-multiple': ['SEC7128'],
  'preflight-redirected': ['SEC7127'],
  'allow-credentials-not-true': ['SEC7122'],
  'header-not-in-allow-headers': [
    'Request header {header} [was not present in the Access-Control-Allow-Headers]',
    'SEC7123',
  ],
  'method-not-in-allow-methods': [
    'Request method {method} [was not present in the Access-Control-Allow-Methods]',
    'SEC7124',
  ],
  unspecific: ['SCRIPT7002: XMLHttpRequest: Network Error', 'XMLHttpRequest: Network Error 0x'],
}

/** Libraries in the page, which know no more than the page does. */
export const LIBRARY: Wordings = {
  unspecific: [
    'Error: Network Error$',
    'message: Network Error$',
    'status: 0, statusText: error$',
    'status:0,statusText:error$',
    'TypeError: Network request failed',
    'XMLHttpRequest error.$',
    'Http failure response for {url}: [0 Unknown Error]',
    'Script error.$',
    'Request has been terminated. Possible causes: the network is offline, Origin is not allowed by Access-Control-Allow-Origin',
    'the network is offline, Origin is not allowed by Access-Control-Allow-Origin',
  ],
}

/** Servers and their CORS middleware. */
export const SERVER: Wordings = {
  'server-refusal': [
    'Not allowed by CORS',
    'Not allowed by CORS: {origin}',
    'Origin {origin} [not allowed by CORS]',
    'Origin {origin} is [not allowed by CORS]',
    'No permitido por CORS',
    'Não permitido pelo CORS',
    'CORS not enabled or no matching rule',
    '{status} AccessForbidden CORSResponse: [CORS is not enabled for this bucket]',
    'CORSResponse: This CORS request is not allowed',
    'CORS error: Origin not allowed',
    'CORS error: Missing',
    'Origin checking failed - {origin} does not match any trusted origins',
    'Not a valid origin for the client: {origin}',
    'Invalid CORS request',
    'Disallowed CORS origin',
    'Disallowed CORS method',
    'Disallowed CORS headers',
    'CORS policy execution failed',
    'Request origin {origin} [does not have permission to access the resource]',
    'CORS policy for this site does not allow access from the specified origin',
    'Origin no permitido: {origin}',
    'Blocked by CORS: {origin}',
    'CORS] blocked origin: {origin}',
    'CORS blocked origin: {origin}',
    'CORS: origin not allowed',
    'CORS origin not allowed',
    'Origin not allowed by CORS',
    'CORS request rejected',
    'Reject: {origin} [origin is not allowed]',
    'origin-not-allowed] the origin {origin} is not allowed',
  ],
  'development-server': [
    'Cross origin request detected from',
    'Invalid Host/Origin header',
    'Invalid Host header',
    'Blocked request. This host is not allowed',
  ],
}
