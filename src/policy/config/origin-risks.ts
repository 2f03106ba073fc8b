import { isLoopback } from '../../fetch/loopback.js'
import { DEFAULT_PORTS } from '../../fetch/origin.js'
import type { OriginPattern } from '../origins/origin-rule.js'

/** Whether anyone can register a name directly under a host, as under `com` or `github.io`. */
export type PublicSuffixTest = (host: string) => boolean

/** What decides whether an origin rule is unsafe. */
export interface OriginContext {
  readonly credentials: boolean
  readonly isPublicSuffix: PublicSuffixTest | undefined
}

/** Whether whoever is on the network path can write the pages of a pattern's origins. */
export function isInsecure({ scheme, host }: OriginPattern): boolean {
  return scheme === 'http' && !isLoopback(host)
}

/** A rule of `http:` as one of `https:`. */
export function withHttps(rule: string): string {
  return rule.replace('http:', 'https:').replace(/:443$/, '')
}

/** Whether a pattern covers names that anyone can register, as far as can be told. */
export function coversPublicSuffix(
  { scheme, host, subdomains }: OriginPattern,
  { isPublicSuffix }: OriginContext,
): boolean {
  // The list knows domain names only; a custom scheme has no registry behind its hosts.
  if (!subdomains || !DEFAULT_PORTS.has(scheme) || isLoopback(host)) return false
  return isPublicSuffix === undefined || isPublicSuffix(host)
}
