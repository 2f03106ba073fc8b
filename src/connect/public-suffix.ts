import { getPublicSuffix } from 'tldts'
import namesAboveSuffixes from './names-above-suffixes.json' with { type: 'json' }

const BELOW: Readonly<Record<string, string>> = namesAboveSuffixes

/**
 * Whether anyone can register a name under a host, according to the public suffix list and its
 * private section: `true` if directly under it, as under `github.io`; if only further down, the
 * host under which anyone can, such as `s3.amazonaws.com` for `amazonaws.com`.
 * https://publicsuffix.org/list/
 */
export function isPublicSuffix(host: string): boolean | string {
  // A dot at the end makes it another host, but names under it are registered in the same way.
  const name = host.replace(/\.$/, '')
  // Browsers load hosts that are not valid names, and wildcards of the list cover those as well.
  const suffix = getPublicSuffix(name, { allowPrivateDomains: true, validateHostname: false })
  if (suffix !== null && suffix.length >= name.length) return true
  const way = Object.hasOwn(BELOW, name) && BELOW[name]
  return way ? `${way}.${name}` : false
}
