import type { Wordings } from '../topics.js'

/**
 * What WebKit and Safari print, today and back to 2012; Chrome printed the same until version 31.
 */
export const WEBKIT: Wordings = {
  'allow-origin-missing-or-mismatch': [
    'Origin {origin} is [not allowed by Access-Control-Allow-Origin]',
  ],
  'allow-origin-multiple': ['Access-Control-Allow-Origin cannot contain more than one origin'],
  'allow-origin-wildcard-with-credentials': ['Cannot use wildcard in Access-Control-Allow-Origin'],
  'allow-credentials-not-true': [
    'Credentials flag is true, but Access-Control-Allow-Credentials is not',
    'but Access-Control-Allow-Credentials is not true',
  ],
  'preflight-status-not-ok': ['Preflight response is not successful'],
  'allow-methods-invalid': ['Access-Control-Allow-Methods has an invalid value: {line}'],
  'allow-headers-invalid': ['Access-Control-Allow-Headers has an invalid value: {line}'],
  'method-not-in-allow-methods': [
    'Method {method} is [not allowed by Access-Control-Allow-Methods]',
  ],
  'header-not-in-allow-headers': [
    'Request header field {header} is [not allowed by Access-Control-Allow-Headers]',
    'Request header field not allowed',
    'policy: Request header field {header} is not allowed',
  ],
  'cross-origin-in-same-origin-mode': [
    '[Unsafe attempt to load URL] {url} from origin {origin}. Domains, protocols and ports must match',
  ],
  'redirect-mode-in-no-cors-mode': ['No-Cors mode requires follow redirect mode'],
  'redirect-in-error-mode': ['Not allowed to follow a redirection while loading {url}'],
  'redirect-scheme-not-http': [
    'not allowed to follow a cross-origin CORS redirection with non CORS scheme',
    'Redirection to URL with a scheme that is not HTTP(S)',
  ],
  'redirect-with-userinfo': ['[policy: redirection URL] {redirectedTo} has credentials'],
  'redirect-limit-reached': [
    'Load cannot follow more than 20 redirections',
    'too many HTTP redirects',
  ],
  'scheme-not-http': ['Cross origin requests are only supported for HTTP', 'FTP URLs are disabled'],
  'cross-origin-resource-policy': [
    'Cancelled load to {url} [because it violates the resource’s Cross-Origin-Resource-Policy]',
    'because it violates the resource’s Cross-Origin-Resource-Policy',
  ],
  'no-answer': [
    '[Could not connect to] {any}: Connection refused',
    'Could not connect to the server',
    'Not allowed to use restricted network port {any}: {url}',
    'A server with the specified hostname could not be found',
    'The Internet connection appears to be offline',
    'The network connection was lost',
    'An SSL error has occurred and a secure connection to the server cannot be made',
    'The certificate for this server is invalid',
    'The request timed out',
  ],
  unspecific: [
    'due to access control checks',
    'TypeError: Load failed$',
    'NetworkError: A network error occurred.',
    'Cross-origin script load denied by Cross-Origin Resource Sharing',
    'Cannot make any requests from null',
    'Not allowed to request resource',
    'Importing a module script failed',
    'TypeError: Type error$',
  ],
  'mixed-content': [
    '[requested insecure content from] {url}. This content',
    'ran insecure content from {url}',
    'displayed insecure content from {url}',
    'was not allowed to run insecure content from {url}',
    'was not allowed to display insecure content from {url}',
  ],
  'content-security-policy': [
    'Refused to connect to {url} [because it does not appear in the connect-src]',
    'Refused to {any} {url} [because it does not appear in the]',
    'because it does not appear in the {any} directive of the Content Security Policy',
  ],
  'local-file': ['Not allowed to load local resource: {url}'],
  'request-canceled': ['AbortError: Fetch is aborted', 'TypeError: cancelled$'],
  'mime-type': ['Refused to execute {url} [as script because]'],
  'unreadable-body': ['SyntaxError: The string did not match the expected pattern'],
}
