import { isHeaderValue } from '../fetch/header-value.js'
import { quote } from '../fetch/quote.js'
import {
  type Cookie,
  type CookieStore,
  MAX_COOKIE_SIZE,
  parseCookiePair,
} from './algorithms/cookie-store.js'

/**
 * Stores the cookies of the option `cookies`.
 * @param base the URL whose host a text without a host is for
 * @throws {TypeError} if they are not cookies
 */
export function seedCookies(
  store: CookieStore,
  cookies: string | Readonly<Record<string, string>>,
  base: string,
): void {
  const byHost = typeof cookies === 'string' ? { [new URL(base).hostname]: cookies } : cookies
  if (typeof byHost !== 'object' || byHost === null) throw notCookies(cookies)
  for (const [host, text] of Object.entries(byHost)) {
    if (typeof text !== 'string') throw notCookies(text)
    assertHost(host)
    for (const [index, pair] of text.split(';').entries()) {
      if (pair.trim() !== '') store.store(host, parseCookie(pair, index + 1))
    }
  }
}

/** Its errors do not quote the value, which may be a secret. */
function parseCookie(pair: string, position: number): Cookie {
  const cookie = parseCookiePair(pair)
  if (cookie === null || !isHeaderValue(pair)) {
    throw new TypeError(
      `cookie number ${position} is not a cookie; write name=value, and "; " between two cookies`,
    )
  }
  const size = cookie.name.length + cookie.value.length
  if (size > MAX_COOKIE_SIZE) {
    throw new TypeError(
      `the cookie ${quote(cookie.name)} has ${size} bytes; browsers keep no cookie of more than ${MAX_COOKIE_SIZE} bytes`,
    )
  }
  return cookie
}

function assertHost(host: string): void {
  const url = `http://${host}`
  if (URL.canParse(url) && new URL(url).hostname === host) return
  throw new TypeError(
    `the option cookies has the key ${quote(host)}, which is not a host name; write one without scheme and port, such as "api.example.com", or give the cookies as one text, such as "session=abc; theme=dark"`,
  )
}

function notCookies(value: unknown): TypeError {
  return new TypeError(
    `the option cookies must be a text such as "session=abc; theme=dark", or such texts by host name; its type is ${typeof value}`,
  )
}
