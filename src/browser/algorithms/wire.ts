import type { HeaderList } from '../../fetch/header-list.js'

/** A request as it goes over the wire. */
export interface WireRequest {
  /** As the browser sends it: `put` becomes `PUT`, but `patch` stays `patch`. */
  readonly method: string
  /** Absolute, without a fragment, a user name and a password. */
  readonly url: string
  /** In the order sent, without `Host` and `Connection`, which the transport adds. */
  readonly headers: HeaderList
  readonly body?: string | Uint8Array
}

/** A response as it came over the wire. */
export interface WireResponse {
  /** An integer from 100 to 999. */
  readonly status: number
  /** One pair per header line, in the order received. */
  readonly headers: HeaderList
  readonly body?: string | Uint8Array
}

/**
 * Sends a request and returns the response. If it throws or rejects, the verdict is `no-answer`, as
 * if the connection had failed.
 */
export type Transport = (request: WireRequest) => WireResponse | Promise<WireResponse>
