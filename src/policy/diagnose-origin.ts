import { DEFAULT_PORTS, parseSerializedPort } from '../fetch/origin.js'
import { MAX_ORIGIN_LENGTH, parseOriginRule } from './origin-rule.js'
import { quote } from './show.js'

/** What is wrong with a string that is neither an origin nor a pattern, and what to write. */
export interface Diagnosis {
  readonly problem: string
  readonly repair: string
}

/** A would-be origin, taken apart as leniently as possible. */
interface Parts {
  readonly scheme: string
  readonly userInfo: string
  readonly host: string
  readonly port: string | null
  /** Path, query and fragment. */
  readonly rest: string
}

// The first that holds is named, so the more telling ones stand first.
const SYMPTOMS: readonly (readonly [problem: string, holds: (parts: Parts) => boolean])[] = [
  ['an origin starts with a scheme', ({ scheme }) => scheme === ''],
  ['an origin has no user info', ({ userInfo }) => userInfo !== ''],
  [
    '* stands only for the first labels of a host, as in "https://*.example.com", or for the port, as in "http://localhost:*"',
    hasMisplacedWildcard,
  ],
  ['an origin has no path, not even a slash at its end', ({ rest }) => /^[/\\]/.test(rest)],
  ['an origin has neither query nor fragment', ({ rest }) => rest !== ''],
  ['browsers send a host outside ASCII as punycode', ({ host }) => /[^ -~]/.test(host)],
  ['browsers send an origin in lower case', ({ scheme, host }) => /[A-Z]/.test(scheme + host)],
  ['a host has no dot at its end', ({ host }) => host.endsWith('.')],
  ["browsers leave out the scheme's default port", hasDefaultPort],
  ['a port is a number from 0 to 65535 without leading zeros', hasInvalidPort],
  ['browsers send an IP address in its canonical form', ({ host }) => looksLikeIpAddress(host)],
]

/** Says what is wrong with a string that `parseOriginRule` refuses. */
export function diagnoseOrigin(value: string): Diagnosis {
  const trimmed = value.trim()
  const several = trimmed.split(/[\s,;|]+/).filter((part) => part !== '')
  if (several.length > 1) {
    const repaired = several.map((part) => repairOrigin(part) ?? quote(part))
    return { problem: 'several origins in one string', repair: `[${repaired.join(', ')}]` }
  }
  if (value.length > MAX_ORIGIN_LENGTH) {
    return {
      problem: `an origin of more than ${MAX_ORIGIN_LENGTH} characters is never read`,
      repair: 'remove it',
    }
  }
  if (/^\/.+\/[a-z]*$/.test(trimmed)) {
    return { problem: 'a regular expression stands in quotes', repair: trimmed }
  }
  if (/^(?:null$|file:)/i.test(trimmed)) {
    return { problem: 'the opaque origin is written null', repair: '"null"' }
  }
  const parts = takeApart(trimmed)
  const repair = repairOrigin(trimmed) ?? '"https://app.example.com", with your own host'
  if (value !== trimmed && parseOriginRule(trimmed) !== null) {
    return { problem: 'an origin has no white space at its ends', repair }
  }
  const symptom = SYMPTOMS.find(([, holds]) => holds(parts))
  return {
    problem: symptom?.[0] ?? 'this is no origin: scheme, "://", host and an optional port',
    repair,
  }
}

/** The rule that was meant, in double quotes; `null` if it cannot be told. */
function repairOrigin(value: string): string | null {
  const { scheme: written, host, port } = takeApart(value)
  if (/^\*+$/.test(host)) return '"*", which stands alone and means any origin'
  const domain = host.replace(/^(?:\*+\.?)+/, '')
  const scheme = written === '' ? guessScheme(domain) : written.toLowerCase()
  const anyPort = port?.includes('*') === true
  const canonical = canonicalHostAndPort(scheme, domain, anyPort ? null : port)
  if (canonical === null) return null
  const subdomains = domain === host ? '' : '*.'
  const afterScheme = `://${subdomains}${canonical}${anyPort ? ':*' : ''}`
  if (scheme.includes('*')) return `["https${afterScheme}", "http${afterScheme}"]`
  const meant = scheme + afterScheme
  return parseOriginRule(meant) === null ? null : quote(meant)
}

/** The host and port as the URL serializer writes them. https://url.spec.whatwg.org/#host-parsing */
function canonicalHostAndPort(scheme: string, host: string, port: string | null): string | null {
  const special = DEFAULT_PORTS.has(scheme)
  try {
    const url = new URL(`${special ? scheme : 'https'}://${host}${port ? `:${port}` : ''}`)
    const dotless = url.hostname.replace(/\.$/, '')
    return url.port === '' ? dotless : `${dotless}:${url.port}`
  } catch {
    return null
  }
}

function takeApart(value: string): Parts {
  const match = /^(?:([^:/?#]*):)?[/\\]{2}(.*)$/s.exec(value)
  const scheme = match?.[1] ?? ''
  const afterScheme = match?.[2] ?? value
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
  return host === 'localhost' || looksLikeIpAddress(host) ? 'http' : 'https'
}

function hasMisplacedWildcard({ scheme, host, port }: Parts): boolean {
  return (
    scheme.includes('*') ||
    host.replace(/^\*\./, '').includes('*') ||
    (port !== null && port !== '*' && port.includes('*'))
  )
}

function looksLikeIpAddress(host: string): boolean {
  return host.startsWith('[') || /^(?:\d+|0x[\da-f]+)(?:\.(?:\d+|0x[\da-f]+))*$/i.test(host)
}

function hasDefaultPort({ scheme, port }: Parts): boolean {
  return port !== null && port === String(DEFAULT_PORTS.get(scheme))
}

function hasInvalidPort({ port }: Parts): boolean {
  return port !== null && port !== '*' && parseSerializedPort(port) === null
}
