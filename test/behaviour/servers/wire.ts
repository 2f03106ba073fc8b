/** A request as it goes over the wire. */
export interface WireRequest {
  /** @default 'GET' */
  readonly method?: string
  /** @default '/' */
  readonly path?: string
  /** One pair per header line. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** A response as it came over the wire. */
export interface WireResponse {
  readonly status: number
  /** One pair per header line, names as they were written. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/** What CORS middleware can change, and the length of the response. */
export interface SeenResponse {
  readonly status: number
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const SEEN = /^(?:access-control-.*|vary|content-length|transfer-encoding)$/

/** The part of a response that the claims are about. */
export function seen({ status, headers, body }: WireResponse): SeenResponse {
  const found: Record<string, string> = {}
  for (const [written, value] of headers) {
    const name = written.toLowerCase()
    if (!SEEN.test(name)) continue
    if (name in found) throw new Error(`two header lines ${written}`)
    found[name] = value
  }
  return { status, headers: found, body }
}
