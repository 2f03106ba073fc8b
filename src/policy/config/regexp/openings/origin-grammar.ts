/** The schemes that are told apart; `~` is any other. */
export type Scheme = 'https' | 'http' | '~'

/**
 * How far an origin has been read. While its scheme is read: `scheme` is the beginning of `https`
 * that it is, or `~`. Then the slashes: `:`, `:/`. Then its host, which is
 *
 * - empty, or the beginning of an IPv4 address, such as `12` and `127..25`: of its first number it
 *   is known whether it is 127, of the others how many there were, of the last one what may follow;
 * - `a` in a label and `.` after it, or `n` and `,` if the label is a number, with which no other
 *   host of the web ends;
 * - `[`, then `6`, in an IPv6 address, and `]` after it;
 * - `:` before a port, then the beginning of the default port, `:0`, or `:1` for any other.
 *
 * What is read this way is every serialized origin and a little more.
 * https://fetch.spec.whatwg.org/#serialized-origin
 */
export interface Place {
  readonly scheme: string
  readonly slashes: '' | ':' | ':/' | '://'
  readonly host: string
  readonly key: string
  /** The places after one more character, as far as they were asked for. */
  readonly after: Map<string, Place | null>
}

/** The places that were reached, so that each is made once. There are a few hundred. */
const places = new Map<string, Place>()

/** The first number of the addresses of the loopback network. */
const LOOPBACK = '127'

/** The digits that can follow a number of an address are those of the greatest of these below it. */
const LIKE = [26, 25, 10, 3]

export const BEGINNING = placeOf('', '', '')

/** The place after one more character; `null` if no origin goes on like this. */
export function advance(from: Place, character: string): Place | null {
  const known = from.after.get(character)
  if (known !== undefined) return known
  const place = placeAfter(from, character)
  from.after.set(character, place)
  return place
}

function placeAfter({ scheme, slashes, host }: Place, character: string): Place | null {
  if (slashes === '://') {
    const next = advanceHost(scheme, host, character)
    return next === null ? null : placeOf(scheme, slashes, next)
  }
  if (slashes === ':/') return character === '/' ? placeOf(scheme, '://', host) : null
  if (slashes === ':') return character === '/' ? placeOf(scheme, ':/', host) : null
  if (character === ':' && scheme !== '') {
    return placeOf(/^https?$/.test(scheme) ? scheme : '~', ':', host)
  }
  if (!(scheme === '' ? /[a-z]/ : /[a-z0-9+.-]/).test(character)) return null
  const read = scheme + character
  return placeOf('https'.startsWith(read) ? read : '~', slashes, host)
}

function placeOf(scheme: string, slashes: Place['slashes'], host: string): Place {
  const key = scheme + slashes + host
  const place = places.get(key) ?? { scheme, slashes, host, key, after: new Map() }
  places.set(key, place)
  return place
}

/** Whether an origin can end here. */
export function isComplete({ scheme, host }: Pick<Place, 'scheme' | 'host'>): boolean {
  if (host.startsWith(':')) return /\d/.test(host) && host !== defaultPort(scheme)
  return /^(?:[a.\]]|\d+\.\.\.\d+$)/.test(host)
}

/** Whether a character is one of a label's. */
export function isOfLabel(character: string): boolean {
  return /[a-z0-9_-]/.test(character)
}

/** Whether a character is one of an IPv6 address. */
export function isOfAddress(character: string): boolean {
  return /[0-9a-f:]/.test(character)
}

function defaultPort(scheme: string): string {
  return scheme === 'https' ? ':443' : ':80'
}

function advanceHost(scheme: string, host: string, character: string): string | null {
  const isNumber = /\d/.test(character)
  if (host.startsWith(':')) {
    if (!isNumber || host === ':0') return null
    const port = host + character
    return port === ':0' || defaultPort(scheme).startsWith(port) ? port : ':1'
  }
  if (host === '[' || host === '6') {
    if (character === ']') return ']'
    return isOfAddress(character) ? '6' : null
  }
  if (character === ':') return isComplete({ scheme, host }) ? ':' : null
  if (host === ']') return null
  if (character === '[') return host === '' ? '[' : null
  if (character === '.') return afterDot(host)
  if (isNumber && host !== 'a' && scheme !== '~') return afterDigit(host, character)
  return isOfLabel(character) ? 'a' : null
}

function afterDot(host: string): string | null {
  if (/^$|[.,]$/.test(host)) return null
  if (host === 'a') return '.'
  const numbers = host.split('.')
  if (host === 'n' || numbers.length === 4) return ','
  if (numbers.length === 1) return host === LOOPBACK ? `${LOOPBACK}.` : '0.'
  return `${host.replace(/\d+$/, '')}.`
}

function afterDigit(host: string, digit: string): string {
  const before = /^\d/.test(host) ? host.slice(0, host.lastIndexOf('.') + 1) : ''
  const number = host.slice(before.length) + digit
  if (!/^(?:0|[1-9]\d*)$/.test(number) || Number(number) > 255) return 'n'
  if (before === '' && LOOPBACK.startsWith(number)) return number
  return before + (LIKE.find((least) => Number(number) >= least) ?? number)
}
