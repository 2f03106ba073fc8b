import { isSerializedOrigin } from '../../../fetch/origin.js'
import { type PublicSuffixTest, suffixUnder } from '../../origins/origin-risks.js'
import { MAX_ORIGIN_LENGTH } from '../../origins/origin-rule.js'
import { type Automaton, compileSyntax, forWholeInput } from './automaton.js'
import { isQuick } from './cost.js'
import { isExponential } from './exponential.js'
import { Fuel } from './fuel.js'
import { type OpenEnd, openEnds } from './open-ends.js'
import { lastCharacters } from './product.js'
import { parseRegExp } from './syntax.js'
import { isTedious } from './tedious.js'

/** What decides whether a regular expression is accepted. */
export interface RegExpContext {
  readonly credentials: boolean
  /** If omitted, every host counts as one under which anyone can register a name. */
  readonly isPublicSuffix?: PublicSuffixTest | undefined
}

/** Something wrong with a regular expression. */
export type RegExpFinding =
  | {
      readonly code: 'any-origin' | 'insecure-origin' | 'open-regexp'
      /** An origin that gets in; `null` if none was found. */
      readonly attacker: string | null
    }
  | {
      readonly code: 'public-suffix-wildcard'
      readonly attacker: string | null
      /** Under which anyone can register a name, as far as is known. */
      readonly suffix: string
    }
  | {
      readonly code: 'regexp-slow'
      readonly attacker: null
      /** Whether it is unknown how long it takes. */
      readonly isUncertain: boolean
    }

/** Steps of each part of a judgement; all of them together take some ten milliseconds. */
const STEPS = 200_000

/** Steps through the origins that match, which cost more. */
const WALK_STEPS = 60_000

/** How many origins are tried, each in well under a millisecond. */
const MAX_TRIES = 1000

/** What an attacker would write in a place where the expression takes several characters. */
const REPLACEMENTS = ['.evil.test', 'evil', 'evil-', '-evil', '-']

const UNKNOWN: RegExpFinding = { code: 'open-regexp', attacker: null }

/** Hosts of strangers. They have nothing else in common, so what matches both matches any host. */
const STRANGERS = ['://evil.test', '://attacker.example']

/**
 * What a regular expression without the flags `g` and `y` lets in. With credentials and without
 * findings, it matches no serialized origin but those of `https:` whose registrable domain, or
 * whole host, is written out in it, and those of the machine itself.
 */
export function findOpenings(regexp: RegExp, context: RegExpContext): readonly RegExpFinding[] {
  const syntax = parseRegExp(regexp)
  const automaton = syntax && compileSyntax(syntax, new Fuel(STEPS))
  // An expression that may be slow must not be tried.
  if (syntax === null || !isQuick(syntax)) {
    if (automaton === null) return slow(true)
    const tedious = new Fuel(STEPS)
    const exponential = new Fuel(STEPS)
    if (isTedious(automaton, tedious) || isExponential(automaton, exponential)) return slow(false)
    if (tedious.isSpent || exponential.isSpent) return slow(true)
  }
  if (!context.credentials) return []
  // Of characters that no origin has, something else is meant than what is matched.
  if (automaton === null || /[^ -~]/.test(regexp.source)) return [UNKNOWN]
  let tries = MAX_TRIES
  const lets = (origin: string) =>
    --tries >= 0 &&
    origin.length <= MAX_ORIGIN_LENGTH &&
    isSerializedOrigin(origin) &&
    regexp.test(origin)
  const stranger = ['https', 'http'].find((scheme) =>
    STRANGERS.every((host) => lets(scheme + host)),
  )
  if (stranger !== undefined) {
    return [{ code: 'any-origin', attacker: stranger + STRANGERS[0] }]
  }
  return openings(automaton, context, lets)
}

function slow(isUncertain: boolean): readonly RegExpFinding[] {
  return [{ code: 'regexp-slow', attacker: null, isUncertain }]
}

function openings(
  automaton: Automaton,
  { isPublicSuffix = () => true }: RegExpContext,
  lets: (origin: string) => boolean,
): readonly RegExpFinding[] {
  const fuel = new Fuel(WALK_STEPS)
  const found = new Map<string, RegExpFinding>()
  const plainest = new Map<string, number>()
  const report = (finding: RegExpFinding, suffix = '') => {
    const plainness = plainnessOf(finding, suffix)
    if (plainness <= (plainest.get(finding.code) ?? -1)) return
    plainest.set(finding.code, plainness)
    found.set(finding.code, finding)
  }
  const last = lastCharacters(forWholeInput(automaton), fuel)
  let isOpenAtEnd = fuel.isSpent
  for (const end of openEnds(last, isPublicSuffix, fuel)) {
    isOpenAtEnd ||= end.type === 'host' && end.suffix === ''
    report(findingOf(end, lets, isPublicSuffix), end.suffix)
  }
  if (fuel.isSpent) report(UNKNOWN)
  // Whoever can have any host can have one under a public suffix.
  if (isOpenAtEnd) found.delete('public-suffix-wildcard')
  const isFirst = ({ code }: RegExpFinding) => Number(code === 'public-suffix-wildcard')
  return [...found.values()].sort((one, other) => isFirst(other) - isFirst(one))
}

/** How well an origin shows the danger: people see it best in one that looks like their own. */
function plainnessOf({ attacker }: RegExpFinding, suffix: string): number {
  if (attacker === null) return 0
  const isHttps = attacker.startsWith('https:')
  return 1000 + (isHttps ? 2000 : 0) + (suffix === '' ? 0 : 1000) - attacker.length
}

function findingOf(
  { type, suffix: host, beginning, middle, end }: OpenEnd,
  lets: (origin: string) => boolean,
  isPublicSuffix: PublicSuffixTest,
): RegExpFinding {
  const suffix = (type === 'host' && suffixUnder(host, isPublicSuffix)) || host
  // For a host above public suffixes, the way down to one of them.
  const way = suffix.slice(0, -host.length).replace(/\.$/, '')
  const deeper = way === '' ? [] : [`evil.${way}`]
  const parts = type === 'host' ? [...deeper, ...REPLACEMENTS] : []
  const attacker = [...parts, ...middle].map((part) => beginning + part + end).find(lets) ?? null
  if (type === 'http') return { code: 'insecure-origin', attacker }
  const isWildcard = host.includes('.') || (host !== '' && lets(`https://evil.${host}`))
  return type === 'host' && isWildcard
    ? { code: 'public-suffix-wildcard', attacker, suffix }
    : { code: 'open-regexp', attacker }
}
