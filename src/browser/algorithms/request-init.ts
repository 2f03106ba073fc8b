/** Header pairs, a record, or a `Headers` object. */
export type PageHeadersInit =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string>>

export type RequestMode = 'cors' | 'no-cors' | 'same-origin'
export type CredentialsMode = 'omit' | 'same-origin' | 'include'
export type RedirectMode = 'follow' | 'error' | 'manual'

/**
 * What a page passes to `fetch()`, as far as CORS depends on it; other members of `RequestInit` are
 * refused. https://fetch.spec.whatwg.org/#requestinit
 */
export interface PageRequestInit {
  /** Default `GET`. `get`, `put` and so on are put in upper case, `patch` is not. */
  readonly method?: string | undefined
  /** Default none. Headers that a page cannot set are silently left out, as in a browser. */
  readonly headers?: PageHeadersInit | undefined
  /** Default none. A string adds `Content-Type: text/plain;charset=UTF-8` where there is none. */
  readonly body?: string | Uint8Array | null | undefined
  /** Default `cors`. */
  readonly mode?: RequestMode | undefined
  /** Default `same-origin`. */
  readonly credentials?: CredentialsMode | undefined
  /** Default `follow`. */
  readonly redirect?: RedirectMode | undefined
}
