import { isLoopback } from '../../fetch/loopback.js'
import { DEFAULT_PORTS, parseSerializedPort } from '../../fetch/origin.js'
import { MAX_ORIGIN_LENGTH, parseOriginRule } from '../origins/origin-rule.js'
import { LIST_ORIGINS } from './config-issue.js'
import { toLiteral } from './format-value.js'
import { coveredPublicSuffix, isInsecure, type OriginContext, withHttps } from './origin-risks.js'
import { fixRegExp } from './regexp/fix-regexp.js'

/** What is wrong with a string that is neither an origin nor a pattern, and what to write. */
export interface Diagnosis {
  readonly problem: string
  readonly fix: string
}

/** A would-be origin, taken apart as leniently as possible. */
interface LooseOrigin {
  readonly scheme: string
  readonly userInfo: string
  readonly host: string
  readonly port: string | null
  /** Path, query and fragment. */
  readonly rest: string
}

// The first that holds is named, so the more telling ones come first.
const SYMPTOMS: readonly (readonly [problem: string, holds: (parts: LooseOrigin) => boolean])[] = [
  ['an origin starts with a scheme', ({ scheme }) => scheme === ''],
  ['an origin has no user info', ({ userInfo }) => userInfo !== ''],
  [
    '* is only possible as the first labels of a host, as in "https://*.example.com", or as the port, as in "http://localhost:*"',
    hasMisplacedWildcard,
  ],
  ['an origin has no path, not even a slash at its end', ({ rest }) => /^[/\\]/.test(rest)],
  ['an origin has neither query nor fragment', ({ rest }) => rest !== ''],
  ['browsers send a host outside ASCII as punycode', ({ host }) => /[\u0080-\uffff]/.test(host)],
  ['browsers send an origin in lower case', ({ scheme, host }) => /[A-Z]/.test(scheme + host)],
  ['a host has no empty label', ({ host }) => /^\.|\.\./.test(host)],
  ["browsers leave out the scheme's default port", hasDefaultPort],
  ['a port is a number from 0 to 65535 without leading zeros', hasInvalidPort],
  [
    'an IP address has no subdomains',
    ({ host }) => host.startsWith('*.') && looksLikeIpAddress(host.slice(2)),
  ],
  ['browsers send an IP address in its canonical form', ({ host }) => looksLikeIpAddress(host)],
]

/**
 * Says what is wrong with a string that `parseOriginRule` refuses.
 * @param inList whether the string is in a list, where a fix may be several entries
 */
export function diagnoseOrigin(value: string, inList: boolean, context: OriginContext): Diagnosis {
  const { credentials } = context
  const quoted = parseRegExp(value.trim())
  if (quoted !== null) {
    const fix = fixRegExp(quoted, context, inList)
    return { problem: 'this is a regular expression in quotes', fix }
  }
  const parts = value.split(/[\s,;|"'`]+/).filter((part) => part !== '')
  if (parts.length > 1) {
    const rules = withPorts(parts).flatMap((part) => fixOrigin(part, context))
    return { problem: 'several origins in one string', fix: fixWith(rules, inList) }
  }
  if (value.length > MAX_ORIGIN_LENGTH) {
    return {
      problem: `an origin of more than ${MAX_ORIGIN_LENGTH} characters is never read`,
      fix: fixWith([], inList),
    }
  }
  const [only = ''] = parts
  if (only === 'true' || only === 'false') {
    const unsafe = inList || (credentials && only === 'true')
    return { problem: 'this is a boolean in quotes', fix: unsafe ? LIST_ORIGINS : only }
  }
  if (/^(?:null$|file:)/i.test(only)) {
    const removal = inList ? 'remove it' : LIST_ORIGINS
    return {
      problem: 'the opaque origin is written null',
      fix: credentials ? removal : '"null"',
    }
  }
  const apart = parseLeniently(only)
  const anyHost = /^\*+$/.test(apart.host)
  const fix = anyHost ? fixWildcard(inList, credentials) : fixWith(fixOrigin(only, context), inList)
  if (value !== only && (only === '*' || parseOriginRule(only) !== null)) {
    return { problem: 'an origin has no white space, quotes or commas around it', fix }
  }
  return {
    problem:
      SYMPTOMS.find(([, holds]) => holds(apart))?.[0] ??
      'this is not an origin: scheme, "://", host and an optional port',
    fix,
  }
}

/** What to write in place of a `*` that means any origin. */
export function fixWildcard(inList: boolean, credentials: boolean): string {
  if (credentials) return LIST_ORIGINS
  return inList ? 'origin: "*" alone, or the list without it' : '"*"'
}

function fixWith(rules: readonly string[], inList: boolean): string {
  return rules.length === 0
    ? '"https://app.example.com", with your own host'
    : toLiteral(rules, inList)
}

function parseRegExp(value: string): RegExp | null {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(value) ?? []
  if (source === undefined) return null
  try {
    return new RegExp(source, flags)
  } catch {
    return null
  }
}

/** Some origins, a number among them being another port of the one before. */
function withPorts(parts: readonly string[]): readonly string[] {
  let previous = ''
  return parts.map((part) => {
    previous = /^\d+$/.test(part) ? previous.replace(/(?::\d+)?\/*$/, `:${part}`) : part
    return previous
  })
}

/** The rules that were meant and are accepted; empty if that is unknown. */
function fixOrigin(value: string, context: OriginContext): readonly string[] {
  // The URL parser would read a port alone as an IPv4 address.
  if (/^:?\d+$/.test(value)) return fixOrigin(`localhost:${value.replace(':', '')}`, context)
  const { scheme: written, host, port } = parseLeniently(value)
  const domain = host.replace(/^(?:\*+\.?)+/, '')
  const scheme = written === '' ? guessScheme(domain) : written.toLowerCase()
  const schemes = /[*?]/.test(scheme) ? ['https', 'http'] : [scheme]
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

/** A rule as it is accepted, with credentials by TLS; `null` if it is not. */
function toAcceptedRule(rule: string, context: OriginContext): string | null {
  const pattern = parseOriginRule(rule)
  if (pattern === null) return null
  if (!context.credentials) return rule
  if (coveredPublicSuffix(pattern, context) !== null) return null
  return isInsecure(pattern) ? withHttps(rule) : rule
}

/**
 * The host and port as the URL serializer writes them; empty if there is no such host.
 * https://url.spec.whatwg.org/#host-serializing
 */
function canonicalHostAndPort(scheme: string, host: string, port: string | null): string {
  try {
    const url = new URL(`${scheme}://${host}${port ? `:${port}` : ''}`)
    // Of a scheme that is not special, the URL parser leaves the host as it is.
    const domain = url.hostname.toLowerCase()
    return url.port === '' ? domain : `${domain}:${url.port}`
  } catch {
    return ''
  }
}

function parseLeniently(value: string): LooseOrigin {
  // With too few slashes or no colon, only these two schemes can be told from a host and a port.
  const match = /^(?:(?:([^:/#]*):)?[/\\]{2,}|(https?)(?::[/\\]?|[/\\]{2,}))(.*)$/is.exec(value)
  const scheme = match?.[1] ?? match?.[2] ?? ''
  const afterScheme = match?.[3] ?? value
  const end = afterScheme.search(/[/\\?#]/)
  const authority = end === -1 ? afterScheme : afterScheme.slice(0, end)
  const at = authority.lastIndexOf('@')
  const hostAndPort = authority.slice(at + 1)
  const colon = /:[^:\]]*$/.exec(hostAndPort)?.index ?? hostAndPort.length
  return {
    scheme,
    userInfo: authority.slice(0, at + 1),
    host: hostAndPort.slice(0, colon),
    port: colon === hostAndPort.length ? null : hostAndPort.slice(colon + 1),
    rest: end === -1 ? '' : afterScheme.slice(end),
  }
}

function guessScheme(host: string): string {
  return isLoopback(host) || looksLikeIpAddress(host) ? 'http' : 'https'
}

function hasMisplacedWildcard({ scheme, host, port }: LooseOrigin): boolean {
  return (
    scheme.includes('*') ||
    host.replace(/^\*\./, '').includes('*') ||
    (port !== null && port !== '*' && port.includes('*'))
  )
}

function looksLikeIpAddress(host: string): boolean {
  return host.startsWith('[') || /^(?:\d+|0x[\da-f]+)(?:\.(?:\d+|0x[\da-f]+))*\.?$/i.test(host)
}

function hasDefaultPort({ scheme, port }: LooseOrigin): boolean {
  return port !== null && port === String(DEFAULT_PORTS.get(scheme))
}

function hasInvalidPort({ port }: LooseOrigin): boolean {
  return port !== null && port !== '*' && parseSerializedPort(port) === null
}
