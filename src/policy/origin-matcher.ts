import { parseSerializedOrigin, serializeOrigin } from '../fetch/origin.js'
import type { OriginRule } from './options.js'
import { MAX_ORIGIN_LENGTH, parseOriginRule } from './origin-rule.js'
import { SubdomainSet } from './subdomain-set.js'

/** Whether an `Origin` is allowed; false for one that is not well-formed. */
export type OriginMatcher = (origin: string) => boolean

/**
 * Compiles rules so that the cost of a look-up does not grow with their number: exact origins are
 * one `Set` look-up, subdomain patterns one per label of the origin's host.
 */
export function compileOriginRules(rules: readonly OriginRule[]): OriginMatcher {
  const exact = new Set<string>()
  const onAnyPort = new Set<string>()
  const subdomains = new SubdomainSet()
  const subdomainsOnAnyPort = new SubdomainSet()
  const regexps: RegExp[] = []
  for (const rule of rules) {
    if (typeof rule !== 'string') {
      // A copy, so that nobody outside can recompile it.
      regexps.push(new RegExp(rule.source, rule.flags))
      continue
    }
    const pattern = parseOriginRule(rule)
    if (pattern?.subdomains) {
      const { scheme, host, port } = pattern
      if (port === '*') subdomainsOnAnyPort.add(scheme, host)
      else subdomains.add(scheme, port === null ? host : `${host}:${port}`)
    } else if (pattern?.port === '*') onAnyPort.add(`${pattern.scheme}://${pattern.host}`)
    else exact.add(rule)
  }

  const matchesExactly: OriginMatcher = (origin) => exact.has(origin)
  const patterns = onAnyPort.size + subdomains.size + subdomainsOnAnyPort.size + regexps.length
  if (patterns === 0) return matchesExactly

  return (origin) => {
    if (matchesExactly(origin)) return true
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    const parsed = parseSerializedOrigin(origin)
    if (parsed === null) return false
    const { scheme, host, port } = parsed
    const withoutPort = port === null ? origin : serializeOrigin({ scheme, host, port: null })
    return (
      onAnyPort.has(withoutPort) ||
      subdomains.covers(scheme, origin) ||
      subdomainsOnAnyPort.covers(scheme, withoutPort) ||
      regexps.some((regexp) => regexp.test(origin))
    )
  }
}
