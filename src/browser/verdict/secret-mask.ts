import type { Header, HeaderList } from '../../fetch/header-list.js'
import { escapeToAscii } from '../../fetch/quote.js'
import type { Exchange } from '../algorithms/exchange.js'

/** What is printed in place of a secret. */
export const MASK = '***'

/** A shorter value, such as `dark` or `60`, is often in texts that have nothing to do with it. */
const SHORTEST = 8

/** How many characters of a secret may be read in a text that was cut off within it. */
const SHORTEST_START = 4

const SECRET_NAME = /api[-_]?key|token|secret|password|passwd|signature/i
const SECRET_HEADER = /^(?:proxy-)?authentication-info$/i
const SECRET_PARAMETER = /^(?:code|sig)$/i

/** A parameter of a URL. The name is bounded, so that no text takes more than one scan. */
const PARAMETER = /([?&;#])([^=?&;#\s"']{1,100})=[^&#\s"']*[^&#\s"',.:;)]/g

const PASSWORD = /(:\/\/[^/?#@\s:]*:)[^/?#@\s]+@/g

/** Whether the whole value of a header is a secret, by its name. */
export function isSecretHeader(name: string): boolean {
  return SECRET_NAME.test(name) || SECRET_HEADER.test(name)
}

/**
 * Puts `***` into texts in place of what lets others act as the user: the secrets that the requests
 * sent, wherever a server repeats them, if they have 8 characters or more; passwords in URLs; and
 * parameters of URLs such as `access_token` and `code`.
 * @param others headers that were sent, too, but are not in the exchanges, such as those of an audit
 */
export function secretMask(
  exchanges: readonly Exchange[],
  others: HeaderList = [],
): (text: string) => string {
  const headers = [...others, ...exchanges.flatMap(({ request }) => request.headers)]
  const sent = headers.flatMap(secretsIn)
  const secrets = new Set(sent.filter(({ length }) => length >= SHORTEST).flatMap(spellings))
  // The longest first: a part of it would leave the rest.
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce(maskSecret, maskUrls(text))
}

function maskUrls(text: string): string {
  return text
    .replace(PASSWORD, `$1${MASK}@`)
    .replace(PARAMETER, (parameter, start: string, name: string) =>
      SECRET_NAME.test(name) || SECRET_PARAMETER.test(name) ? `${start}${name}=${MASK}` : parameter,
    )
}

function secretsIn([name, value]: Header): string[] {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return [value, value.replace(/^\S+ +/, '')]
    case 'cookie':
      return value.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
    default:
      return isSecretHeader(name) ? [value] : []
  }
}

/** As sent, as in a quoted text, and as in a URL. */
function spellings(secret: string): string[] {
  return [secret, escapeToAscii(secret), encodeURIComponent(secret)]
}

function maskSecret(text: string, secret: string): string {
  const parts = text.replaceAll(secret, MASK).split('…')
  // Messages cut long values off, and end them with `…`.
  return parts
    .map((part, index) => (index < parts.length - 1 ? maskStart(part, secret) : part))
    .join('…')
}

function maskStart(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= SHORTEST_START; length--) {
    if (text.endsWith(secret.slice(0, length))) return `${text.slice(0, -length)}${MASK}`
  }
  return text
}
