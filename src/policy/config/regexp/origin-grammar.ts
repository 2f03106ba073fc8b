/** Every character that a serialized origin can have, the plainest first. */
export const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.:/[]+'

/** The schemes that are told apart; `~` is any other. */
export type Scheme = 'https' | 'http' | '~'

/**
 * How far an origin has been read. While its scheme is read: `scheme` is the beginning of `https`
 * that it is, or `~`. Then the slashes: `:`, `:/`. Then its host, which is
 *
 * - empty, or the beginning of an address of the loopback network, `1` to `127.` and more digits;
 * - `a` in a label and `.` after a dot;
 * - `[`, then `6`, in an IPv6 address, and `]` after it;
 * - `:` before a port and `0` in it.
 *
 * What is read this way is every serialized origin and a little more.
 * https://fetch.spec.whatwg.org/#serialized-origin
 */
export interface Place {
  readonly scheme: string
  readonly slashes: '' | ':' | ':/' | '://'
  readonly host: string
}

export const BEGINNING: Place = { scheme: '', slashes: '', host: '' }

const LOOPBACK_NETWORK = '127.'

/** The place after one more character; `null` if no origin goes on like this. */
export function advance({ scheme, slashes, host }: Place, character: string): Place | null {
  if (slashes === '://') {
    const next = advanceHost(host, character)
    return next === null ? null : { scheme, slashes, host: next }
  }
  if (slashes === ':/') return character === '/' ? { scheme, slashes: '://', host } : null
  if (slashes === ':') return character === '/' ? { scheme, slashes: ':/', host } : null
  if (character === ':' && scheme !== '') {
    return { scheme: /^https?$/.test(scheme) ? scheme : '~', slashes: ':', host }
  }
  if (!(scheme === '' ? /[a-z]/ : /[a-z0-9+.-]/).test(character)) return null
  const read = scheme + character
  return { scheme: 'https'.startsWith(read) ? read : '~', slashes, host }
}

/** Whether an origin can end here. */
export function isComplete({ host }: Place): boolean {
  return /^[^[6:]/.test(host)
}

/** Whether a character is one of a label's. */
export function isOfLabel(character: string): boolean {
  return /[a-z0-9_-]/.test(character)
}

/** Whether a character is one of an IPv6 address. */
export function isOfAddress(character: string): boolean {
  return /[0-9a-f:]/.test(character)
}

function advanceHost(host: string, character: string): string | null {
  if (host === ':' || host === '0') return /\d/.test(character) ? '0' : null
  if (host === '[' || host === '6') {
    if (character === ']') return ']'
    return isOfAddress(character) ? '6' : null
  }
  if (character === ':') return host === '' ? null : ':'
  if (host === ']') return null
  if (character === '[') return host === '' ? '[' : null
  if (host === LOOPBACK_NETWORK && /[\d.]/.test(character)) return host
  if (character !== '.') {
    if (!isOfLabel(character)) return null
    return LOOPBACK_NETWORK.startsWith(host + character) ? host + character : 'a'
  }
  if (host === '' || host === '.') return null
  return host === '127' ? LOOPBACK_NETWORK : '.'
}
