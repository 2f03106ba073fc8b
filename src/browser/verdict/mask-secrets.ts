import type { Header } from '../../fetch/header-list.js'
import type { Exchange } from '../algorithms/exchange.js'

/** What is shown in place of a secret. */
const MASK = '***'

/** Headers whose whole value is a secret. */
const KEYS: ReadonlySet<string> = new Set([
  'x-api-key',
  'x-auth-token',
  'x-csrf-token',
  'x-xsrf-token',
])

/** https://www.iana.org/assignments/http-authschemes: the first word of a value, if it is one. */
const SCHEME = /^(?:basic|bearer|digest|dpop|hoba|mutual|negotiate|oauth|scram-sha-\S+|vapid) /i

/** Attributes of a cookie, which are no secrets. RFC 6265bis §4.1.1 */
const ATTRIBUTE = /^(?:domain|expires|httponly|max-age|partitioned|path|priority|samesite|secure)$/i

/**
 * The same exchanges with `***` for what lets others act as the user: the values of `Authorization`,
 * `Proxy-Authorization`, `Cookie`, `Set-Cookie` and of common headers for API keys and CSRF tokens.
 * The scheme, and the names and attributes of cookies, stay. Bodies are left out.
 */
export function maskSecrets(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.map(({ kind, request, response }) => ({
    kind,
    request: { method: request.method, url: request.url, headers: request.headers.map(maskHeader) },
    response: response && { status: response.status, headers: response.headers.map(maskHeader) },
  }))
}

function maskHeader([name, value]: Header): Header {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return [name, `${SCHEME.exec(value)?.[0] ?? ''}${MASK}`]
    case 'cookie':
      return [name, value.split(';').map(maskPair).join(';')]
    case 'set-cookie':
      return [name, value.split(';').map(maskUnlessAttribute).join(';')]
    default:
      return KEYS.has(name.toLowerCase()) ? [name, MASK] : [name, value]
  }
}

/** Without `=` there is no name, only a value. */
function maskPair(pair: string): string {
  const separator = pair.indexOf('=')
  return separator === -1 ? MASK : `${pair.slice(0, separator)}=${MASK}`
}

function maskUnlessAttribute(part: string, index: number): string {
  const isAttribute = index > 0 && ATTRIBUTE.test(part.replace(/=.*/s, '').trim())
  return isAttribute ? part : maskPair(part)
}
