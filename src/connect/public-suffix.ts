import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Whether anyone can register a name directly under a host, by the public suffix list and its
 * private section. https://publicsuffix.org/list/
 *
 * The list costs tens of milliseconds to load, so it is loaded when it is first asked.
 */
export function isPublicSuffix(host: string): boolean {
  const { getPublicSuffix }: typeof import('tldts') = require('tldts')
  const suffix = getPublicSuffix(host, { allowPrivateDomains: true })
  return suffix !== null && suffix.length >= host.length
}
