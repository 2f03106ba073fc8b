import type { HeaderList } from '../../fetch/header-list.js'

/** How many bytes the header lines of a response may have, as in Chromium. */
export const MAX_HEADERS_SIZE = 256 * 1024

/** A request as it goes over the wire. */
export interface WireRequest {
  /** As the browser sends it: `put` becomes `PUT`, but `patch` stays `patch`. */
  readonly method: string
  /** Absolute, without a fragment, a user name and a password. */
  readonly url: string
  /** In the order sent, without `Host` and `Connection`, which the transport adds. */
  readonly headers: HeaderList
  /** Text, which is sent as UTF-8, or bytes. If omitted, there is no body. */
  readonly body?: string | Uint8Array
  /**
   * Aborted by the time limit, by `close()` and by the `signal` of the page's request. A transport
   * gets one with every request; the exchanges of a verdict have none.
   */
  readonly signal?: AbortSignal
}

/** A response as it came over the wire. */
export interface WireResponse {
  /** An integer from 100 to 999. */
  readonly status: number
  /** One pair per header line, in the order received. */
  readonly headers: HeaderList
  /** Bytes, or text, which stands for its UTF-8 bytes. If omitted, there is no body. */
  readonly body?: string | Uint8Array
}

/**
 * Sends a request and returns the response. If it throws or rejects, the verdict is `no-answer`, as
 * if the connection had failed. From the moment that `signal` is aborted, nobody waits for it.
 */
export type Transport = (request: WireRequest) => WireResponse | Promise<WireResponse>
