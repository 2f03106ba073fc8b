import { isSerializedOrigin } from '../../../../fetch/origin.js'
import { type PublicSuffixTest, suffixUnder } from '../../../origins/origin-risks.js'
import { MAX_ORIGIN_LENGTH } from '../../../origins/origin-rule.js'
import { compileSyntax } from '../reading/automaton.js'
import { Fuel } from '../reading/fuel.js'
import { lookBehinds, parseRegExp, type Syntax } from '../reading/syntax.js'
import { isQuick } from '../slowness/cost.js'
import { isExponential } from '../slowness/exponential.js'
import { isTedious } from '../slowness/tedious.js'
import { type OpenEnd, openEnds } from './open-ends.js'
import { lastCharacters, type Node } from './product.js'
import { samplesOf } from './samples.js'

/** What decides whether a regular expression is accepted. */
export interface RegExpContext {
  readonly credentials: boolean
  /** If omitted, every host counts as one under which anyone can register a name. */
  readonly isPublicSuffix?: PublicSuffixTest | undefined
}

/** Something wrong with a regular expression. */
export type RegExpFinding =
  | {
      readonly code: 'any-origin' | 'insecure-origin'
      /** An origin that gets in. */
      readonly attacker: string
    }
  | {
      readonly code: 'open-regexp'
      /** `null` only if it is unknown which origins get in, and not even one of them is known. */
      readonly attacker: string | null
      /** Whether it is unknown which origins get in; one that is known may be harmless. */
      readonly isUncertain: boolean
    }
  | {
      readonly code: 'public-suffix-wildcard'
      readonly attacker: string
      /** Under which anyone can register a name, as far as is known. */
      readonly suffix: string
    }
  | {
      readonly code: 'regexp-slow'
      readonly attacker: null
      /** Whether it is unknown how long it takes. */
      readonly isUncertain: boolean
    }
  /** It matches no origin. */
  | { readonly code: 'origin-invalid'; readonly attacker: null }

/** Steps of each part of a judgement. Most take a hundredth of them; all together, half a second. */
const STEPS = 200_000

/** Steps through the origins that match, which cost more. */
const WALK_STEPS = 60_000

/** Steps through the texts of an expression that cannot be judged. */
const SAMPLE_STEPS = 20_000

/** How many origins are tried, each in well under a millisecond. */
const MAX_TRIES = 1000

/** What an attacker would write in a place where the expression takes several characters. */
const REPLACEMENTS = ['.evil.test', 'evil', 'evil-', '-evil', '-', '2001:db8::1']

/** Hosts of strangers. They have nothing else in common, so what matches both matches any host. */
const STRANGERS = ['://evil.test', '://attacker.example']

/**
 * What a regular expression without the flags `g` and `y` lets in. With credentials and without
 * findings, it matches no serialized origin but those of `https:` whose registrable domain, or
 * whole host, is written out in it, and those of the machine itself.
 */
export function findOpenings(regexp: RegExp, context: RegExpContext): readonly RegExpFinding[] {
  const syntax = parseRegExp(regexp)
  if (syntax === null) return slow(true)
  const automaton = compileSyntax(syntax, new Fuel(STEPS))
  // An expression that may be slow must not be tried.
  if (!isQuick(syntax)) {
    const behind = lookBehinds(syntax).map((part) => compileSyntax(part, new Fuel(STEPS)))
    for (const one of [automaton, ...behind]) {
      if (one === null) return slow(true)
      const tedious = new Fuel(STEPS)
      const exponential = new Fuel(STEPS)
      if (isTedious(one, tedious) || isExponential(one, exponential)) return slow(false)
      if (tedious.isSpent || exponential.isSpent) return slow(true)
    }
  }
  if (!context.credentials) return []
  const fuel = new Fuel(WALK_STEPS)
  const last = automaton && lastCharacters(automaton, fuel)
  if (last?.length === 0 && !fuel.isSpent) return [{ code: 'origin-invalid', attacker: null }]
  const tries = new Fuel(MAX_TRIES)
  const lets = trial(regexp, tries)
  const stranger = ['https', 'http'].find((scheme) =>
    STRANGERS.every((host) => lets(scheme + host)),
  )
  if (stranger !== undefined) {
    return [{ code: 'any-origin', attacker: stranger + STRANGERS[0] }]
  }
  const { findings, isCertain } = openings(last ?? [], fuel, context, lets, tries)
  if (automaton !== null && isCertain) {
    return findings.map((finding) =>
      finding.code === 'open-regexp' && isWritten(finding.attacker, regexp)
        ? { ...finding, isUncertain: true }
        : finding,
    )
  }
  const attacker =
    sampleOf(syntax, trial(regexp, new Fuel(MAX_TRIES))) ?? findings[0]?.attacker ?? null
  return [...findings, { code: 'open-regexp', attacker, isUncertain: true }]
}

/** Whether a host with these last two labels may be what was meant, as one in a look-around is. */
function isWritten(attacker: string | null, { source }: RegExp): boolean {
  const name = /^https:.*?([^./]+\.[^./]+)$/.exec(String(attacker))?.[1]
  return name !== undefined && source.replaceAll('\\', '').includes(name)
}

function slow(isUncertain: boolean): readonly RegExpFinding[] {
  return [{ code: 'regexp-slow', attacker: null, isUncertain }]
}

/** Tells whether an origin gets in, as often as that may be tried. */
function trial(regexp: RegExp, tries: Fuel): (origin: string) => boolean {
  return (origin) =>
    tries.spend(1) &&
    origin.length <= MAX_ORIGIN_LENGTH &&
    isSerializedOrigin(origin) &&
    regexp.test(origin)
}

/** An origin that gets in, if it is unknown which ones do. */
function sampleOf(syntax: Syntax, lets: (origin: string) => boolean): string | null {
  for (const text of samplesOf(syntax, new Fuel(SAMPLE_STEPS))) {
    const wholes = ['', 'https://', 'https://a', 'https://x'].map((before) => before + text)
    const origins = [...wholes, `https://${text}.test`]
    const origin = origins.filter(isSerializedOrigin).find(lets)
    if (origin !== undefined) return origin
  }
  return null
}

function openings(
  last: readonly Node[],
  fuel: Fuel,
  { isPublicSuffix = () => true }: RegExpContext,
  lets: (origin: string) => boolean,
  tries: Fuel,
): { findings: readonly RegExpFinding[]; isCertain: boolean } {
  const found = new Map<string, RegExpFinding>()
  const plainest = new Map<string, number>()
  const codes = new Set<string>()
  let isOpenAtEnd = false
  for (const end of openEnds(last, isPublicSuffix, fuel)) {
    isOpenAtEnd ||= end.type === 'host' && end.suffix === ''
    if (tries.isSpent) {
      codes.add(end.type === 'http' ? 'insecure-origin' : 'open-regexp')
      continue
    }
    const { attacker, ...finding } = findingOf(end, lets, isPublicSuffix)
    codes.add(finding.code)
    if (attacker === undefined) continue
    const plainness = plainnessOf(attacker, end.suffix)
    if (plainness <= (plainest.get(finding.code) ?? 0)) continue
    plainest.set(finding.code, plainness)
    found.set(finding.code, { ...finding, attacker })
  }
  const isCertain =
    found.has('open-regexp') || (!fuel.isSpent && [...codes].every((code) => found.has(code)))
  // Whoever can have any host can have one under a public suffix.
  if (isOpenAtEnd || fuel.isSpent) found.delete('public-suffix-wildcard')
  const isFirst = ({ code }: RegExpFinding) => Number(code === 'public-suffix-wildcard')
  const findings = [...found.values()].sort((one, other) => isFirst(other) - isFirst(one))
  return { findings, isCertain }
}

/** How well an origin shows the danger: people see it best in one that looks like their own. */
function plainnessOf(attacker: string, suffix: string): number {
  const isHttps = attacker.startsWith('https:')
  return 1000 + (isHttps ? 2000 : 0) + (suffix === '' ? 0 : 1000) - attacker.length
}

/** What an open end is, and an origin that gets in by it, if one was found. */
function findingOf(
  { type, suffix: host, beginning, middle, end }: OpenEnd,
  lets: (origin: string) => boolean,
  isPublicSuffix: PublicSuffixTest,
) {
  const suffix = (type === 'host' && suffixUnder(host, isPublicSuffix)) || host
  // For a host above public suffixes, the way down to one of them.
  const way = suffix.slice(0, -host.length).replace(/\.$/, '')
  const deeper = way === '' ? [] : [`evil.${way}`]
  const parts = type === 'host' ? [...deeper, ...REPLACEMENTS] : []
  const attacker = [...parts, ...middle].map((part) => beginning + part + end).find(lets)
  if (type === 'http') return { code: 'insecure-origin', attacker } as const
  const isWildcard = host.includes('.') || (host !== '' && lets(`https://evil.${host}`))
  return type === 'host' && isWildcard
    ? ({ code: 'public-suffix-wildcard', attacker, suffix } as const)
    : ({ code: 'open-regexp', attacker, isUncertain: false } as const)
}
