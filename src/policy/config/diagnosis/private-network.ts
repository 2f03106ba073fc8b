import { type Fix, removal } from '../issues/fix.js'
import { toLiteral } from '../issues/format-value.js'

const PRIVATE_IPV4 =
  /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/

const PRIVATE_NAME = /^[^.[]+$|\.(?:local|localdomain|lan|internal|home\.arpa)$/

/**
 * Whether a host is in a private network: an address from RFC 1918, 3927, 4193, 4291 or 6598, or a
 * name that the public DNS does not have. No authority issues a certificate for it.
 */
export function isOnPrivateNetwork(host: string): boolean {
  return PRIVATE_IPV4.test(host) || PRIVATE_NAME.test(host) || /^\[f(?:[cd]|e[89ab])/.test(host)
}

/** How to allow origins of a private network in development, and nowhere else. */
export function forDevelopment(origins: readonly string[], isRemovable: boolean): Fix {
  const advice = `for development only: with const dev = process.env.NODE_ENV !== 'production', write { origin: [..., ...(dev ? [${toLiteral(origins, true)}] : [])], dangerouslyAllow: dev ? ['insecure-origin'] : [] }`
  return isRemovable ? removal(`; ${advice}`) : advice
}
