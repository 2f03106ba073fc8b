import { isDigit } from '../../fetch/code-point.js'
import { isSerializedOrigin } from '../../fetch/origin.js'
import { MAX_ORIGIN_LENGTH, type OriginRule, parseOriginRule } from './origin-rule.js'
import { SubdomainSet } from './subdomain-set.js'

/** Whether an `Origin` is allowed; false for one that is not well-formed. */
export type OriginMatcher = (origin: string) => boolean

/**
 * Compiles rules so that the cost of a look-up does not grow with their number: exact origins are
 * one `Set` look-up, subdomain patterns a few more.
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
    // Parsing takes most of the time of a long list, and only a pattern needs it.
    const pattern = rule.includes('*') ? parseOriginRule(rule) : null
    if (pattern?.subdomains) {
      const { scheme, host, port } = pattern
      if (port === '*') subdomainsOnAnyPort.add(scheme, host)
      else subdomains.add(scheme, port === null ? host : `${host}:${port}`)
    } else if (pattern?.port === '*') onAnyPort.add(`${pattern.scheme}://${pattern.host}`)
    else exact.add(rule)
  }

  const anyPort = onAnyPort.size > 0 || !subdomainsOnAnyPort.isEmpty
  // The length comes first: the cost of hashing grows with what a stranger sends.
  if (subdomains.isEmpty && !anyPort && regexps.length === 0) {
    return (origin) => origin.length <= MAX_ORIGIN_LENGTH && exact.has(origin)
  }

  const matchesOnAnyPort: OriginMatcher = (origin) => {
    const withoutPort = removePort(origin)
    return onAnyPort.has(withoutPort) || subdomainsOnAnyPort.covers(withoutPort)
  }
  return (origin) => {
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    if (exact.size > 0 && exact.has(origin)) return true
    if (subdomains.covers(origin)) return true
    // Looking patterns up costs less than parsing, and most strangers match none.
    if (anyPort && matchesOnAnyPort(origin)) return isSerializedOrigin(origin)
    return (
      regexps.length > 0 &&
      isSerializedOrigin(origin) &&
      regexps.some((regexp) => regexp.test(origin))
    )
  }
}

/** A string without the colon and digits at its end, which is the port of a serialized origin. */
function removePort(origin: string): string {
  let end = origin.length - 1
  while (isDigit(origin.charCodeAt(end))) end--
  return end < origin.length - 1 && origin.charCodeAt(end) === 0x3a ? origin.slice(0, end) : origin
}
