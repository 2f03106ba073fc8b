import type { HeaderList } from '../../fetch/header-list.js'
import { dropOldest } from './drop-oldest.js'

/** How many bytes the name and the value of a cookie may have together, RFC 6265 §6.1. */
export const MAX_COOKIE_SIZE = 4096

/** How many cookies of one host are kept; the oldest goes first. As in Chromium and Firefox. */
const MAX_COOKIES = 180

/** How many hosts may have cookies; the oldest goes first. */
const MAX_HOSTS = 50

/**
 * Names and values of cookies, by host name. Attributes are not kept: a cookie is sent to every
 * path and port of the host that set it, whatever `SameSite` and `Secure` say, and third-party
 * cookies are not blocked. A cookie that has expired when it arrives is removed: servers delete one
 * that way.
 */
export class CookieStore {
  readonly #hosts = new Map<string, Map<string, string>>()
  readonly #now: () => number

  /** @param now the clock, in milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** The `Cookie` value for a URL; `null` if no cookie is sent there. */
  retrieve(url: URL): string | null {
    const cookies = this.#hosts.get(url.hostname)
    if (cookies === undefined || cookies.size === 0) return null
    return Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
  }

  /** https://fetch.spec.whatwg.org/#parse-and-store-response-set-cookie-headers */
  parseAndStore({ hostname }: URL, headers: HeaderList): void {
    for (const [headerName, line] of headers) {
      if (headerName.toLowerCase() !== 'set-cookie') continue
      const [pair = '', ...attributes] = line.split(';')
      const cookie = parseCookiePair(pair)
      if (cookie === null || cookie.name.length + cookie.value.length > MAX_COOKIE_SIZE) continue
      if (this.#isExpired(attributes)) this.#hosts.get(hostname)?.delete(cookie.name)
      else this.store(hostname, cookie)
    }
  }

  store(hostname: string, { name, value }: Cookie): void {
    const cookies = this.#hosts.get(hostname) ?? new Map<string, string>()
    this.#hosts.set(hostname, cookies.set(name, value))
    dropOldest(cookies, MAX_COOKIES)
    dropOldest(this.#hosts, MAX_HOSTS)
  }

  /** RFC 6265 §5.3, step 3: `Max-Age` takes precedence over `Expires`. */
  #isExpired(attributes: readonly string[]): boolean {
    const maxAge = attributeValue(attributes, 'max-age')
    if (maxAge !== null) return Number(maxAge) <= 0
    const expires = attributeValue(attributes, 'expires')
    return expires !== null && Date.parse(expires) <= this.#now()
  }
}

export interface Cookie {
  readonly name: string
  readonly value: string
}

/** The name and the value of `name=value`; `null` if there is no name. */
export function parseCookiePair(pair: string): Cookie | null {
  const separator = pair.indexOf('=')
  const name = pair.slice(0, Math.max(separator, 0)).trim()
  return name === '' ? null : { name, value: pair.slice(separator + 1).trim() }
}

function attributeValue(attributes: readonly string[], name: string): string | null {
  const prefix = `${name}=`
  const attribute = attributes
    .map((item) => item.trim())
    .find((item) => item.toLowerCase().startsWith(prefix))
  return attribute === undefined ? null : attribute.slice(prefix.length)
}
