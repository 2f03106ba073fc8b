import type { HeaderList } from '../../fetch/header-list.js'

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

  /** The `Cookie` value for a URL; `null` if there is none. */
  retrieve(url: URL): string | null {
    const cookies = this.#hosts.get(url.hostname)
    if (cookies === undefined || cookies.size === 0) return null
    return Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
  }

  /** https://fetch.spec.whatwg.org/#parse-and-store-response-set-cookie-headers */
  parseAndStore(url: URL, headers: HeaderList): void {
    for (const [headerName, line] of headers) {
      if (headerName.toLowerCase() !== 'set-cookie') continue
      const [pair = '', ...attributes] = line.split(';')
      const separator = pair.indexOf('=')
      if (separator < 1) continue
      const name = pair.slice(0, separator).trim()
      const cookies = this.#hosts.get(url.hostname) ?? new Map<string, string>()
      this.#hosts.set(url.hostname, cookies)
      if (this.#isExpired(attributes)) cookies.delete(name)
      else cookies.set(name, pair.slice(separator + 1).trim())
    }
  }

  /** RFC 6265 §5.3, step 3: `Max-Age` takes precedence over `Expires`. */
  #isExpired(attributes: readonly string[]): boolean {
    const maxAge = attributeValue(attributes, 'max-age')
    if (maxAge !== null) return Number(maxAge) <= 0
    const expires = attributeValue(attributes, 'expires')
    return expires !== null && Date.parse(expires) <= this.#now()
  }
}

function attributeValue(attributes: readonly string[], name: string): string | null {
  const prefix = `${name}=`
  const attribute = attributes
    .map((item) => item.trim())
    .find((item) => item.toLowerCase().startsWith(prefix))
  return attribute === undefined ? null : attribute.slice(prefix.length)
}
