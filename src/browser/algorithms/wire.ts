import type { HeaderList } from '../../fetch/header-list.js'

/** A request as it goes over the wire. */
export interface WireRequest {
  /** As written by the browser: `PUT`, but `patch` where the page said so. */
  readonly method: string
  /** Absolute, without fragment, user name and password. */
  readonly url: string
  /** In the order sent; without `Host` and `Connection`, which belong to the connection. */
  readonly headers: HeaderList
  readonly body?: string | Uint8Array
}

/** An answer as it came over the wire. */
export interface WireResponse {
  /** An integer from 100 to 999. */
  readonly status: number
  /** One pair per header line, in the order received. */
  readonly headers: HeaderList
  readonly body?: string | Uint8Array
}

/**
 * Answers a request. Throwing or rejecting is what a refused connection is: the fetch ends with a
 * network error.
 */
export type Transport = (request: WireRequest) => WireResponse | Promise<WireResponse>
