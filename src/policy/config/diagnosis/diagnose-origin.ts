import { DEFAULT_PORTS, parseSerializedPort } from '../../../fetch/origin.js'
import { MAX_ORIGIN_LENGTH, parseOriginRule } from '../../origins/origin-rule.js'
import { type Fix, removal, replacement } from '../issues/fix.js'
import { LIST_ORIGINS, OWN_ORIGIN } from '../issues/origin-fixes.js'
import { fixRegExp } from '../regexp/fix-regexp.js'
import { fixEverybody, fixOrigins } from './fix-origin.js'
import {
  type LooseOrigin,
  looksLikeIpAddress,
  namesEverybody,
  parseLeniently,
  splitOrigins,
} from './loose-origin.js'
import { isUnsafe, type Place, type RuleContext } from './rule-context.js'

/** What is wrong with a string that is neither an origin nor a pattern, and what to write. */
export interface Diagnosis {
  readonly problem: string
  readonly fix: Fix
}

/** Schemes of servers that have no pages. */
const PAGELESS_SCHEMES: readonly string[] = ['ws', 'wss', 'ftp']

// The first that holds is named, so the more telling ones come first.
const SYMPTOMS: readonly (readonly [problem: string, holds: (parts: LooseOrigin) => boolean])[] = [
  ['an origin starts with a scheme', ({ scheme }) => scheme === ''],
  [
    'it has no host, perhaps because of an unset environment variable in a template',
    ({ host, rest }) => host === '' && rest === '',
  ],
  ['no page has an origin of this scheme', ({ scheme }) => PAGELESS_SCHEMES.includes(scheme)],
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

/** Says what is wrong with a string that `parseOriginRule` refuses, or that no page can have. */
export function diagnoseOrigin(value: string, place: Place, context: RuleContext): Diagnosis {
  const { inList, isRemovable } = place
  const quoted = parseRegExp(value.trim())
  if (quoted !== null) {
    const fix = fixRegExp(quoted, context, inList)
    return { problem: 'this is a regular expression in quotes', fix }
  }
  const parts = splitOrigins(value)
  if (parts.length > 1) {
    return { problem: 'several origins in one string', fix: fixOrigins(parts, place, context) }
  }
  if (value.length > MAX_ORIGIN_LENGTH) {
    return {
      problem: `an origin of more than ${MAX_ORIGIN_LENGTH} characters is never read`,
      fix: OWN_ORIGIN,
    }
  }
  const [only = ''] = parts
  if (only === 'true' || only === 'false') {
    return { problem: 'this is a boolean in quotes', fix: fixBoolean(only, place, context) }
  }
  if (/^(?:null$|file:)/i.test(only)) {
    const rejection = isRemovable ? removal() : LIST_ORIGINS
    return {
      problem: 'the opaque origin is written null',
      fix: isUnsafe('null-origin', context) ? rejection : replacement(['null'], inList),
    }
  }
  const fix = namesEverybody(value) ? fixEverybody(place) : fixOrigins(parts, place, context)
  if (value !== only && (only === '*' || parseOriginRule(only) !== null)) {
    return { problem: 'an origin contains no white space, quotes or commas', fix }
  }
  const apart = parseLeniently(only)
  return {
    problem:
      SYMPTOMS.find(([, holds]) => holds(apart))?.[0] ??
      'this is not an origin: scheme, "://", host and an optional port',
    fix: isRemovable && apart.scheme === 'ftp' ? removal() : fix,
  }
}

function fixBoolean(text: string, { inList, isRemovable }: Place, context: RuleContext): Fix {
  if (text === 'false' && isRemovable) return removal()
  const isOpen = text === 'true' && isUnsafe('any-origin', context)
  return inList || isOpen ? LIST_ORIGINS : replacement([text === 'true'], false)
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

function hasMisplacedWildcard({ scheme, host, port }: LooseOrigin): boolean {
  return (
    scheme.includes('*') ||
    host.replace(/^\*\./, '').includes('*') ||
    (port !== null && port !== '*' && port.includes('*'))
  )
}

function hasDefaultPort({ scheme, port }: LooseOrigin): boolean {
  return port !== null && port === String(DEFAULT_PORTS.get(scheme))
}

function hasInvalidPort({ port }: LooseOrigin): boolean {
  return port !== null && port !== '*' && parseSerializedPort(port) === null
}
