import { quote } from '../../fetch/quote.js'
import { UsageError } from './usage-error.js'

/** A host of this machine at the start, with a port or a path or nothing behind it. */
const LOOPBACK = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:[/?#]|$)/i

/**
 * A URL as typed. Without a scheme, `http:` is meant if the host is this machine.
 * @throws {UsageError} if a page cannot request it
 */
export function readUrl(typed: string): string {
  const text = LOOPBACK.test(typed) ? `http://${typed}` : typed
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) {
    throw new UsageError(
      `the URL ${quote(typed)} has no scheme`,
      URL.canParse(`https://${text}`) && /^[\w[]/.test(text)
        ? `https://${text}`
        : 'http://localhost:3000/orders',
    )
  }
  if (!URL.canParse(text)) throw new UsageError(`the URL ${quote(typed)} is not valid`)
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(
      `the URL ${quote(typed)} has the scheme ${url.protocol}, but CORS works only for http: and https:`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      'the URL has a user name or a password, which fetch() refuses; send a header instead',
      "-H 'Authorization: Basic …'",
    )
  }
  url.hash = ''
  return url.href
}

/** The only positional argument. @throws {UsageError} if it is missing, or not the only one */
export function readOneUrl(positionals: readonly string[], example: string): string {
  const [typed, ...others] = positionals
  if (typed === undefined) throw new UsageError('the URL is missing', example)
  if (others.length > 0) {
    throw new UsageError(
      `there are ${positionals.length} URLs, but one is expected; put quotes around what has spaces or & in it`,
      example,
    )
  }
  return readUrl(typed)
}

/** Whether it is a host of this machine without a scheme, such as `localhost:3000`. */
export function isBareLoopback(typed: string): boolean {
  return LOOPBACK.test(typed)
}
