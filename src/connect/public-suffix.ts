import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Whether anyone can register a name under a host, by the public suffix list and its private section:
 * `true` directly under it, as under `github.io`; a public suffix if only further down, as
 * `s3.amazonaws.com` for `amazonaws.com`. https://publicsuffix.org/list/
 *
 * The list costs tens of milliseconds to load, so it is loaded when it is first asked.
 */
export function isPublicSuffix(host: string): boolean | string {
  const { getPublicSuffix }: typeof import('tldts') = require('tldts')
  // With a dot at its end, a host is another one, and its names are registered all the same.
  const name = host.replace(/\.$/, '')
  // Not all that browsers load is a valid name, and wildcards of the list cover the rest as well.
  const suffix = getPublicSuffix(name, { allowPrivateDomains: true, validateHostname: false })
  if (suffix !== null && suffix.length >= name.length) return true
  // By the package's name, as tldts is, so that both are found if this file is bundled.
  const below: Readonly<Record<string, string>> = require('strict-cors/names-above-suffixes.json')
  const way = Object.hasOwn(below, name) && below[name]
  return way ? `${way}.${name}` : false
}
