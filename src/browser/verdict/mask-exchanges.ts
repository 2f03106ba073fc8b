import type { Header, HeaderList } from '../../fetch/header-list.js'
import type { Exchange } from '../algorithms/exchange.js'
import { isSecretHeader, MASK, secretMask } from './secret-mask.js'

/** https://www.iana.org/assignments/http-authschemes: the first word of a value, if it is one. */
const SCHEME = /^(?:basic|bearer|digest|dpop|hoba|mutual|negotiate|oauth|scram-sha-\S+|vapid) /i

/** Attributes of a cookie, which are no secrets. RFC 6265bis §4.1.1 */
const ATTRIBUTE = /^(?:domain|expires|httponly|max-age|partitioned|path|priority|samesite|secure)$/i

/**
 * The same exchanges with `***` for what lets others act as the user: the values of `Authorization`,
 * `Proxy-Authorization`, `Cookie`, `Set-Cookie` and of headers whose names have a word such as
 * `token` or `api-key`; and what `secretMask()` finds in URLs and in other headers. The scheme, and
 * the names and attributes of cookies, stay. Bodies are left out.
 * @param others headers that were sent, too, but are not in the exchanges, such as those of an audit
 */
export function maskExchanges(exchanges: readonly Exchange[], others: HeaderList = []): Exchange[] {
  const maskText = secretMask(exchanges, others)
  const maskHeader = ([name, value]: Header): Header => [name, maskText(maskValue(name, value))]
  return exchanges.map(({ kind, request, response }) => ({
    kind,
    request: {
      method: request.method,
      url: maskText(request.url),
      headers: request.headers.map(maskHeader),
    },
    response: response && { status: response.status, headers: response.headers.map(maskHeader) },
  }))
}

function maskValue(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return `${SCHEME.exec(value)?.[0] ?? ''}${MASK}`
    case 'cookie':
      return value.split(';').map(maskPair).join(';')
    case 'set-cookie':
      return value.split(';').map(maskUnlessAttribute).join(';')
    default:
      return isSecretHeader(name) ? MASK : value
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
