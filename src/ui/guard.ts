import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is not served. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

/**
 * Refuses what does not come from the page itself or from a person who opens it. The page's server
 * makes requests into the local network, so no web page may use it:
 *
 * - by DNS rebinding, a page reaches this server under its own host name: `Host` tells
 * - by `fetch()` or a form, it sends its own `Origin`, or `Sec-Fetch-Site` tells
 * - by an image or a script, `Sec-Fetch-Site` and `Sec-Fetch-Dest` tell
 */
export function refusalOf({ headers, method }: IncomingMessage, port: number): Refusal | null {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-dest': destination } = headers
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return { status: 421, message: `Open http://127.0.0.1:${port}/ under this name.` }
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, message: 'Other origins cannot use this server.' }
  }
  const isOpened = method === 'GET' && destination === 'document'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpened) {
    return { status: 403, message: 'Other sites cannot use this server.' }
  }
  return null
}

/** Refuses what only a script of the page sends, unless it did. */
export function commandRefusalOf({ headers, method }: IncomingMessage): Refusal | null {
  if (method !== 'POST') return { status: 405, message: 'Send POST.' }
  // Browsers send Origin with every POST; what has none is not the page.
  if (headers.origin === undefined) return { status: 403, message: 'Origin is missing.' }
  if (headers['content-type'] !== 'application/json') {
    return { status: 415, message: 'Send application/json.' }
  }
  return null
}

/** Compares digests, so that the time taken tells nothing about the token. */
export function isToken(candidate: string, token: string): boolean {
  return timingSafeEqual(digest(candidate), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
