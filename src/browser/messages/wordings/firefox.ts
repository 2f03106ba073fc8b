import type { Wordings } from '../topics.js'

/**
 * What Firefox prints in English, today and back to version 36, and what its network panel shows,
 * which is English in every language. The names without spaces are in the links to MDN that come with
 * the messages, whatever their language.
 */
export const FIREFOX: Wordings = {
  'allow-origin-missing': [
    'CORS header Access-Control-Allow-Origin missing',
    'Access-Control-Allow-Origin missing',
    'CORS Missing Allow Origin',
    'CORSMissingAllowOrigin',
  ],
  'allow-origin-multiple': [
    'Multiple CORS header Access-Control-Allow-Origin',
    'Multiple CORS headers Access-Control-Allow-Origin',
    'CORS Multiple Origin Not Allowed',
    'CORS Multiple Allow Origin Not Allowed',
    'CORSMultipleAllowOriginNotAllowed',
  ],
  'allow-origin-mismatch': [
    'CORS header Access-Control-Allow-Origin does not match {headerValue}',
    'CORS Allow Origin Not Matching Origin',
    'CORSAllowOriginNotMatchingOrigin',
  ],
  'allow-origin-wildcard-with-credentials': [
    'Credential is not supported if the CORS header Access-Control-Allow-Origin is {headerValue}',
    '[Credential is not supported if the CORS header] Access-Control-Allow-Origin',
    'CORS No Allow Credentials',
    'CORS Not Supporting Credentials',
    'CORSNotSupportingCredentials',
  ],
  'allow-credentials-not-true': [
    'expected true in CORS header Access-Control-Allow-Credentials',
    'CORS Missing Allow Credentials',
    'CORSMissingAllowCredentials',
  ],
  'preflight-redirected': [
    'CORS request external redirect not allowed',
    'CORS External Redirect Not Allowed',
    'CORSExternalRedirectNotAllowed',
  ],
  'preflight-status-not-ok': [
    'CORS preflight response did not succeed',
    'CORS preflight channel did not succeed',
    'CORS Preflight Did Not Succeed',
    'CORSPreflightDidNotSucceed',
  ],
  'allow-methods-invalid': [
    'invalid token {headerValue} [in CORS header Access-Control-Allow-Methods]',
    'CORS Invalid Allow Method',
    'CORSInvalidAllowMethod',
  ],
  'allow-headers-invalid': [
    'invalid token {headerValue} [in CORS header Access-Control-Allow-Headers]',
    'CORS Invalid Allow Header',
    'CORSInvalidAllowHeader',
  ],
  'method-not-in-allow-methods': [
    'Did not find method in CORS header Access-Control-Allow-Methods',
    'Did not find method in CORS header',
    'CORS Method Not Found',
    'CORSMethodNotFound',
  ],
  'header-not-in-allow-headers': [
    'header {header} is [not allowed according to header Access-Control-Allow-Headers]',
    'missing token {header} [in CORS header Access-Control-Allow-Headers]',
    'CORS Missing Allow Header',
    'CORSMissingAllowHeaderFromPreflight',
  ],
  'authorization-under-wildcard': [
    'the Authorization header is not covered',
    'must be explicitly listed in CORS header Access-Control-Allow-Headers',
    'CORSAllowHeaderFromPreflightDeprecation',
  ],
  'cross-origin-in-same-origin-mode': [
    'Security Error: Content at {any} [may not load data from] {url}',
  ],
  'redirect-scheme-not-http': [
    'Redirecting to data: URI not allowed (Blocked loading of: {redirectedTo})',
  ],
  'scheme-not-http': ['CORS request not http', 'CORS Not HTTP', 'CORSRequestNotHttp'],
  'cross-origin-resource-policy': [
    'resource at {url} [was blocked due to its Cross-Origin-Resource-Policy]',
  ],
  'opaque-response-blocking': [
    'resource at {url} [was blocked by OpaqueResponseBlocking]',
    'resource is blocked by OpaqueResponseBlocking',
    'resource is blocked by OpaqueResponseBlocking GET {url}',
  ],
  'local-network-access': [
    'Local Network Access permission required',
    'Local Network Access Blocked',
  ],
  'no-answer': [
    'Content-Length header of network response exceeds response Body',
    'NS_ERROR_CONNECTION_REFUSED',
    'NS_ERROR_UNKNOWN_HOST',
    'NS_ERROR_NET_TIMEOUT',
    'NS_ERROR_NET_RESET',
    'NS_ERROR_NET_INTERRUPT',
    'SEC_ERROR_UNKNOWN_ISSUER',
    'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT',
    'SSL_ERROR_BAD_CERT_DOMAIN',
    'SSL_ERROR_RX_RECORD_TOO_LONG',
  ],
  'redirect-limit-reached': ['NS_ERROR_REDIRECT_LOOP'],
  unspecific: [
    'CORS request did not succeed',
    'CORS Did Not Succeed',
    'CORSDidNotSucceed',
    '^CORS Failed$',
    'Reason: CORS request failed',
    'NetworkError when attempting to fetch resource',
    'NetworkError: A network error occurred',
    'CORS header Origin cannot be added',
    'CORS Origin Header Missing',
    'CORS Origin Header Not Added',
    'CORSOriginHeaderNotAdded',
    'This can be fixed by moving the resource to the same domain or enabling CORS',
    'source URI is not allowed in this document: {url}',
    'bad URI or cross-site access not allowed source: {url}',
    'error loading dynamically imported module: {url}',
    'Loading failed for the <{any}> with source {url}',
    'NS_ERROR_DOM_BAD_URI',
  ],
  'mixed-content': [
    'Blocked loading mixed active content {url}',
    '^Mixed Block$',
    'Blocked loading mixed display content {url}',
    'Loading mixed (insecure) display content {url}',
  ],
  'content-security-policy': [
    'blocked {any} ({any}) at {url} [from being executed because it violates the following directive]',
    'settings blocked {any} at {url} [because it violates the following directive]',
    'blocked the loading of a resource ({any}) at {url} [because it violates the following directive]',
    'The page’s settings blocked the loading of a resource at {url} (',
    'page’s settings blocked',
    'CSP No Data Protocol',
    'CSP Web Extension',
    '^CSP Preload$',
    '^CSP$',
  ],
  'local-file': ['Security Error: Content at {any} [may not load or link to] {url}'],
  'unsafe-request': [
    'fetch: {url} [is an url with embedded credentials]',
    'Attempt to set a forbidden header was denied',
  ],
  'cross-origin-access': [
    'SecurityError: The operation is insecure',
    '^Not same-origin$',
    'Permission denied to access property {any} on cross-origin object',
  ],
  framing: ['loading of {url} [in a frame is denied by]', 'Firefox Can’t Open This Page'],
  'mime-type': [
    'resource from {url} [was blocked due to MIME type]',
    'Loading module from {url} [was blocked because of a disallowed MIME type]',
  ],
  'request-canceled': [
    'AbortError: The operation was aborted',
    'TimeoutError: The operation timed out',
  ],
  'unreadable-body': ['SyntaxError: JSON.parse: unexpected end of data'],
  'browser-extension': ['^Blocked By Extension$'],
  'cors-switched-off': ['(Reason: CORS disabled)', '^CORS Disabled$'],
}
