import { isLoopback } from '../../fetch/loopback.js'
import { DEFAULT_PORTS } from '../../fetch/origin.js'
import type { OriginPattern } from './origin-rule.js'

/**
 * Whether anyone can register a name under a host, at any depth. A host may end in a dot, which
 * changes nothing, and its labels may begin or end with `-` and contain `_`.
 *
 * `true` if directly, as under `com` or `github.io`, wildcards of the list such as `*.kawasaki.jp`
 * included; if only further down, `true` as well or, better, the host under which anyone can, such
 * as `s3.amazonaws.com` for `amazonaws.com`, which messages then name.
 */
export type PublicSuffixTest = (host: string) => boolean | string

/** What decides whether an origin rule is unsafe. */
export interface OriginContext {
  readonly credentials: boolean
  readonly isPublicSuffix: PublicSuffixTest | undefined
}

/** Whether anyone on the network path can change the pages of a pattern's origins. */
export function isInsecure({ scheme, host }: OriginPattern): boolean {
  return scheme === 'http' && !isLoopback(host)
}

/** The same rule with `https:` in place of `http:`. */
export function withHttps(rule: string): string {
  return rule.replace('http:', 'https:').replace(/:443$/, '')
}

/**
 * The host under which a pattern covers names that anyone can register, as far as is known; `null`
 * if it covers none.
 */
export function coveredPublicSuffix(
  { scheme, host, subdomains }: OriginPattern,
  { isPublicSuffix }: OriginContext,
): string | null {
  // The list knows domain names only; a custom scheme has no registry behind its hosts.
  if (!subdomains || !DEFAULT_PORTS.has(scheme) || isLoopback(host)) return null
  return suffixUnder(host, isPublicSuffix)
}

/** The host under which anyone can register a name that is also under another host, or `null`. */
export function suffixUnder(
  host: string,
  isPublicSuffix: PublicSuffixTest = () => true,
): string | null {
  const found = isPublicSuffix(host)
  if (typeof found === 'string') return found
  return found ? host.replace(/\.$/, '') : null
}
