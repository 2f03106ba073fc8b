import type { Transport, WireRequest } from '../../../src/testing.js'

/** What a server with a planted fault needs to know about a request. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly origin: string | null
}

export type Headers = Readonly<Record<string, string>>

export interface Reply {
  readonly status?: number
  readonly headers: Headers
}

export const APP = 'https://app.example.com'

/** A correct server, except for what `reply` changes. */
export function server(reply: (asked: Asked) => Reply): Transport {
  return (request) => {
    const { status = 200, headers } = reply(askedBy(request))
    return { status, headers: Object.entries(headers) }
  }
}

function askedBy({ method, url, headers }: WireRequest): Asked {
  const origin = headers.find(([name]) => name === 'Origin')?.[1] ?? null
  return { method, path: new URL(url).pathname, origin }
}

/** Allows an origin, with credentials, and what every page asks for. */
export function allow(origin: string | null): Headers {
  return {
    'Access-Control-Allow-Origin': String(origin),
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'GET, PUT',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    Vary: 'Origin',
  }
}

/** A server that lets in whom a test of the origin lets in. */
export function letsIn(test: (origin: string) => boolean): Transport {
  return server(({ origin }) => ({
    headers: origin !== null && test(origin) ? allow(origin) : { Vary: 'Origin' },
  }))
}

/** The headers of a correct server, which lets in `APP`. */
export function right({ origin }: Asked): Headers {
  return origin === APP ? allow(APP) : { Vary: 'Origin' }
}
