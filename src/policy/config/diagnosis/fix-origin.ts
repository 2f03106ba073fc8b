import { isLoopback } from '../../../fetch/loopback.js'
import { coveredPublicSuffix, isInsecure, withHttps } from '../../origins/origin-risks.js'
import { parseOriginRule } from '../../origins/origin-rule.js'
import { type Fix, removal, replacement } from '../issues/fix.js'
import { toLiteral } from '../issues/format-value.js'
import { OWN_ORIGIN, TRUE_INSTEAD } from '../issues/origin-fixes.js'
import { judgeRegExp } from '../regexp/judge-regexp.js'
import { hasUnsetVariable, looksLikeIpAddress, parseLeniently } from './loose-origin.js'
import { forDevelopment, isOnPrivateNetwork } from './private-network.js'
import { isUnsafe, type Place, type RuleContext } from './rule-context.js'

/** Page origins of the servers that people name instead. */
const PAGE_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['ws', 'http'],
  ['wss', 'https'],
])

/** What to write in place of would-be origins. */
export function fixOrigins(
  parts: readonly string[],
  { inList, isRemovable }: Place,
  context: RuleContext,
): Fix {
  const rules = withPorts(parts).flatMap((part) => rulesMeant(part, context))
  if (rules.length === 0) return fixPattern(parts, inList, context) ?? OWN_ORIGIN
  return rules.some((rule) => isPrivateAndInsecure(rule, context))
    ? forDevelopment(rules, isRemovable)
    : replacement(rules, inList)
}

/** What to write in place of a `*` that means any origin, or of a list of nothing else. */
export function fixEverybody({ isRemovable, isAnswer = false }: Place): Fix {
  if (isAnswer) return TRUE_INSTEAD
  return isRemovable
    ? removal(', or write origin: "*" if every page may read')
    : replacement(['*'], false)
}

/** Some origins; a number among them is another port of the origin before it. */
function withPorts(parts: readonly string[]): readonly string[] {
  let previous = ''
  return parts.map((part) => {
    previous = /^\d+$/.test(part) ? previous.replace(/(?::\d+)?\/*$/, `:${part}`) : part
    return previous
  })
}

/** The rules that were meant and are accepted; empty if that is unknown. */
function rulesMeant(value: string, context: RuleContext): readonly string[] {
  // The URL parser would read a port alone as an IPv4 address.
  if (/^:?\d+$/.test(value)) return rulesMeant(`localhost:${value.replace(':', '')}`, context)
  const { scheme: written, host, port } = parseLeniently(value)
  const domain = host.replace(/^(?:\*+\.?)+(?=[^*.-]|$)/, '')
  const isWord = written === '' && !/[.[]/.test(domain) && !isLoopback(domain)
  if (isWord || written === 'ftp' || hasUnsetVariable(value)) return []
  const scheme = written === '' ? guessScheme(domain) : written.toLowerCase()
  const schemes = /[*?]/.test(scheme) ? ['https', 'http'] : [PAGE_SCHEMES.get(scheme) ?? scheme]
  const anyPort = port?.includes('*') === true
  const subdomains = domain === host || looksLikeIpAddress(domain) ? '' : '*.'
  const rules = schemes.map((candidate) => {
    const canonical = canonicalHostAndPort(candidate, domain, anyPort ? null : port)
    return toAcceptedRule(`${candidate}://${subdomains}${canonical}${anyPort ? ':*' : ''}`, context)
  })
  return rules.flatMap((rule, index) =>
    rule === null || rules.indexOf(rule) < index ? [] : [rule],
  )
}

/** A rule as it would be accepted, with `https:` if it needs that; `null` if it would not be. */
function toAcceptedRule(rule: string, context: RuleContext): string | null {
  const pattern = parseOriginRule(rule)
  if (pattern === null) return null
  const isOpen = coveredPublicSuffix(pattern, context) !== null
  if (isOpen && isUnsafe('public-suffix-wildcard', context)) return null
  if (!isInsecure(pattern) || !isUnsafe('insecure-origin', context)) return rule
  if (isOnPrivateNetwork(pattern.host)) return rule
  return looksLikeIpAddress(pattern.host) ? null : withHttps(rule)
}

function isPrivateAndInsecure(rule: string, context: RuleContext): boolean {
  const pattern = parseOriginRule(rule)
  return pattern !== null && isInsecure(pattern) && isUnsafe('insecure-origin', context)
}

/** The regular expression for a `*` within a label, as in `https://myapp-*.example.com`. */
function fixPattern(parts: readonly string[], inList: boolean, context: RuleContext): Fix | null {
  const [only = ''] = parts
  const { scheme, host, port } = parseLeniently(only)
  // The part that varies must not be the domain that somebody registers.
  const isPattern = /^[a-z\d*-][a-z\d.*-]*(?:\.[a-z\d-]+){2}$/.test(host) && host.includes('*')
  if (parts.length > 1 || !isPattern || !/^https?$/.test(scheme)) return null
  const secure = isUnsafe('insecure-origin', context) ? 'https' : scheme
  const labels = host.replaceAll('.', '\\.').replace(/\*+/g, '[a-z0-9-]+')
  const suffix = port?.includes('*') ? '(?::\\d+)?' : port === null ? '' : `:${port}`
  const regexp = new RegExp(`^${secure}:\\/\\/${labels}${suffix}$`)
  const found = judgeRegExp(regexp, context).findings.filter(({ code }) => isUnsafe(code, context))
  if (found.length === 0) return replacement([regexp], inList)
  const codes = [...new Set(found.map(({ code }) => `'${code}'`))].join(', ')
  return `list the exact origins: strangers can have names of this form; or write ${toLiteral([regexp], true)} and accept the risk with dangerouslyAllow: [${codes}]`
}

/**
 * The host and port as the URL serializer writes them; empty if there is no such host.
 * https://url.spec.whatwg.org/#host-serializing
 */
function canonicalHostAndPort(scheme: string, host: string, port: string | null): string {
  try {
    const url = new URL(`${scheme}://${host}${port ? `:${port}` : ''}`)
    // For a scheme that is not special, the URL parser leaves the host as it is.
    const domain = url.hostname.toLowerCase()
    return url.port === '' ? domain : `${domain}:${url.port}`
  } catch {
    return ''
  }
}

function guessScheme(host: string): string {
  return isLoopback(host) || looksLikeIpAddress(host) ? 'http' : 'https'
}
