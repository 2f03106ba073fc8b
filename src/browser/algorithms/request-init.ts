/** Pairs of name and value, a record, or a `Headers` object. */
export type PageHeadersInit =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string>>

/**
 * `cors` asks the server to share the response; `no-cors` gets an opaque response; `same-origin`
 * makes cross-origin requests fail. https://fetch.spec.whatwg.org/#concept-request-mode
 */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin'

/**
 * To which requests the browser adds cookies: to none, to same-origin ones, or to all.
 * https://fetch.spec.whatwg.org/#concept-request-credentials-mode
 */
export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/**
 * What a redirect does: `follow` leads on, `error` fails, `manual` ends with an opaque response.
 * https://fetch.spec.whatwg.org/#concept-request-redirect-mode
 */
export type RedirectMode = 'follow' | 'error' | 'manual'

/**
 * The members of `RequestInit` that CORS depends on. Others are refused with a `TypeError`.
 * https://fetch.spec.whatwg.org/#requestinit
 */
export interface PageRequestInit {
  /**
   * As in browsers, `get`, `head`, `post`, `put`, `delete` and `options` are changed to upper case;
   * other methods, such as `patch`, are not.
   * @default 'GET'
   */
  readonly method?: string | undefined
  /**
   * Headers that a page cannot set are silently left out, as in browsers.
   * @default [] (no headers)
   */
  readonly headers?: PageHeadersInit | undefined
  /**
   * A string adds `Content-Type: text/plain;charset=UTF-8` if there is no `Content-Type`.
   * @default null (no body)
   */
  readonly body?: string | Uint8Array | null | undefined
  /**
   * Whether the page asks to read the response (`cors`), does not (`no-cors`), or allows no
   * cross-origin request (`same-origin`).
   * @default 'cors'
   */
  readonly mode?: RequestMode | undefined
  /**
   * Whether the browser adds cookies: to no request (`omit`), to same-origin ones, or to all
   * (`include`).
   * @default 'same-origin'
   */
  readonly credentials?: CredentialsMode | undefined
  /**
   * What a redirect does: `follow` leads on, `error` fails, `manual` ends with an opaque response.
   * @default 'follow'
   */
  readonly redirect?: RedirectMode | undefined
  /** Aborting it rejects with its reason, as in browsers. */
  readonly signal?: AbortSignal | null | undefined
}
