import { load } from './load.js'

/**
 * Whether anyone can register a name under a host, according to the public suffix list and its
 * private section: `true` if directly under it, as under `github.io`; if only further down, the
 * host under which anyone can, such as `s3.amazonaws.com` for `amazonaws.com`.
 * https://publicsuffix.org/list/
 *
 * The list costs tens of milliseconds to load, so it is loaded when it is first asked.
 */
export function isPublicSuffix(host: string): boolean | string {
  const { getPublicSuffix }: typeof import('tldts') = load('tldts')
  // A dot at the end makes it another host, but names under it are registered in the same way.
  const name = host.replace(/\.$/, '')
  // Browsers load hosts that are not valid names, and wildcards of the list cover those as well.
  const suffix = getPublicSuffix(name, { allowPrivateDomains: true, validateHostname: false })
  if (suffix !== null && suffix.length >= name.length) return true
  // By the package's name, as tldts is, so that both are found if this file is bundled.
  const below: Readonly<Record<string, string>> = load('strict-cors/names-above-suffixes.json')
  const way = Object.hasOwn(below, name) && below[name]
  return way ? `${way}.${name}` : false
}
