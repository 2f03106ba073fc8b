/** Whether something is about a CORS-preflight request or about the request itself. */
export type ExchangeKind = 'preflight' | 'request'

/** Why a browser hides a response from the page, or never sends the request. */
export type BlockedCode =
  /** The response has no `Access-Control-Allow-Origin`. */
  | 'allow-origin-missing'
  /** `Access-Control-Allow-Origin` has more than one value. */
  | 'allow-origin-multiple'
  /** `Access-Control-Allow-Origin` is not an origin. */
  | 'allow-origin-invalid'
  /** `Access-Control-Allow-Origin` is another origin than the page's. */
  | 'allow-origin-mismatch'
  /** `Access-Control-Allow-Origin` is `*`, but credentials are included. */
  | 'allow-origin-wildcard-with-credentials'
  /** Credentials are included, but `Access-Control-Allow-Credentials` is not `true`. */
  | 'allow-credentials-not-true'
  /** The response to the preflight is a redirect. */
  | 'preflight-redirected'
  /** The status of the response to the preflight is not 200 to 299. */
  | 'preflight-status-not-ok'
  /** `Access-Control-Allow-Methods` is not a list of methods. */
  | 'allow-methods-invalid'
  /** `Access-Control-Allow-Headers` is not a list of header names. */
  | 'allow-headers-invalid'
  /** `Access-Control-Allow-Methods` does not contain the method. */
  | 'method-not-in-allow-methods'
  /** `Access-Control-Allow-Headers` does not contain a header of the request. */
  | 'header-not-in-allow-headers'
  /** `Access-Control-Allow-Headers` is `*`, which does not cover `Authorization`. */
  | 'authorization-under-wildcard'
  /** A cross-origin request has the mode `same-origin`. */
  | 'cross-origin-in-same-origin-mode'
  /** A cross-origin request with mode `no-cors` has a redirect mode other than `follow`. */
  | 'redirect-mode-in-no-cors-mode'
  /** The response is a redirect, and the redirect mode is `error`. */
  | 'redirect-in-error-mode'
  /** The `Location` of a redirect is not a single valid URL. */
  | 'redirect-location-invalid'
  /** A redirect leads to a URL whose scheme is neither `http:` nor `https:`. */
  | 'redirect-scheme-not-http'
  /** A redirect leads to a URL with a user name or a password. */
  | 'redirect-with-userinfo'
  /** There are more than 20 redirects in a row. */
  | 'redirect-limit-reached'
  /** `Cross-Origin-Resource-Policy` is `same-origin`, and the mode is `no-cors`. */
  | 'cross-origin-resource-policy'
  /** A server that is not a proxy responds with status 407. */
  | 'proxy-authentication-required'
  /** There is no usable response. */
  | 'no-answer'

/** The response that was refused. */
export interface ResponseFacts {
  readonly url: string
  readonly status: number
}

/** A response that failed the CORS check. */
interface OriginFacts extends ResponseFacts {
  /** The request's `Origin`. */
  readonly origin: string
  /** The response's `Access-Control-Allow-Origin`. */
  readonly value: string
}

interface RedirectFacts extends ResponseFacts {
  readonly location: string
}

/** Why there is no usable response. */
export type NoAnswerCause =
  /** There is no connection: the host has no address, or the address refuses or does not exist. */
  | { readonly type: 'address'; readonly message: string }
  /** The connection is not secure: the certificate is not trusted, or the server has no TLS. */
  | { readonly type: 'tls'; readonly message: string }
  /** What came is not a whole HTTP response. */
  | { readonly type: 'protocol'; readonly message: string }
  /** A name in the header list is not a token. */
  | { readonly type: 'header-name'; readonly name: string }
  /** A value in the header list has a byte that HTTP forbids. */
  | { readonly type: 'header-value'; readonly name: string; readonly value: string }
  /** What came is larger than the browser model accepts. `max` is in bytes. */
  | { readonly type: 'limit'; readonly limit: 'headers' | 'body'; readonly max: number }
  /** The time limit ended the request. `timeout` is in milliseconds. */
  | { readonly type: 'timeout'; readonly timeout: number }
  /** The page was closed in the meantime. */
  | { readonly type: 'closed' }
  /** The `Transport` threw or rejected. */
  | { readonly type: 'transport'; readonly message: string }

/** What each code's sentences are made from. */
interface FactsByCode {
  'allow-origin-missing': ResponseFacts & {
    readonly origin: string
    /** Whether any header shows that the server knows of CORS: another one of CORS, or `Vary`. */
    readonly knowsCors: boolean
    /** Whether the response depends on `Sec-Fetch-Site`, by its `Vary`. */
    readonly judgesSite: boolean
  }
  'allow-origin-multiple': OriginFacts
  'allow-origin-invalid': OriginFacts
  'allow-origin-mismatch': OriginFacts
  'allow-origin-wildcard-with-credentials': OriginFacts
  'allow-credentials-not-true': ResponseFacts & { readonly value: string | null }
  'preflight-redirected': ResponseFacts
  'preflight-status-not-ok': ResponseFacts
  'allow-methods-invalid': ResponseFacts & { readonly value: string | null }
  'allow-headers-invalid': ResponseFacts & { readonly value: string | null }
  'method-not-in-allow-methods': ResponseFacts & {
    readonly method: string
    readonly value: string | null
    readonly credentials: boolean
  }
  'header-not-in-allow-headers': ResponseFacts & {
    /** Every name that is missing, in lower case. */
    readonly names: readonly string[]
    readonly value: string | null
    readonly credentials: boolean
  }
  'authorization-under-wildcard': ResponseFacts & { readonly value: string | null }
  'cross-origin-in-same-origin-mode': { readonly url: string; readonly origin: string }
  'redirect-mode-in-no-cors-mode': { readonly redirect: string }
  'redirect-in-error-mode': ResponseFacts
  'redirect-location-invalid': RedirectFacts
  'redirect-scheme-not-http': RedirectFacts
  'redirect-with-userinfo': RedirectFacts
  'redirect-limit-reached': ResponseFacts
  'cross-origin-resource-policy': ResponseFacts & { readonly origin: string }
  'proxy-authentication-required': ResponseFacts
  'no-answer': { readonly url: string; readonly cause: NoAnswerCause }
}

/** Mapped over the codes, so that a code without facts does not compile. */
export type BlockedFacts = { readonly [Code in BlockedCode]: FactsByCode[Code] }
