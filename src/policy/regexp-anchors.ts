import { isSerializedOrigin } from '../fetch/origin.js'

/** What stands for the commonest classes; the first member of `[0-9]` would make a bad port. */
const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['[0-9]', '1'],
  ['\\d', '1'],
  ['\\w', 'a'],
  ['\\b', ''],
])

/** Whether every alternative of a regular expression starts with `^` and ends with `$`. */
export function isAnchored(regexp: RegExp): boolean {
  return alternatives(regexp.source).every(isAnchoredAlternative)
}

/**
 * An origin of somebody else's that a regular expression lets in because it is not anchored;
 * `null` if none is found.
 */
export function attackerOrigin(regexp: RegExp): string | null {
  const stateless = withoutMemory(regexp.source, regexp)
  const anchored = anchor(regexp)
  const loose = alternatives(regexp.source).filter((source) => !isAnchoredAlternative(source))
  const candidates = loose.map(sampleOf).flatMap((match) => [
    // What follows may be optional, as a port, and the attacker leaves it out.
    ...Array.from(match, (_, end) => `${match.slice(0, match.length - end)}.evil.test`),
    `https://${match}.evil.test`,
    `https://evil${match}`,
    `https://evil-${match}`,
    `http://evil${match}`,
    `${match}evil.test`,
    `${match}1`,
  ])
  const isAttacker = (origin: string) =>
    isSerializedOrigin(origin) && stateless.test(origin) && !anchored.test(origin)
  return candidates.find(isAttacker) ?? null
}

/** The same regular expression for whole origins, without a memory of its last match. */
export function anchor(regexp: RegExp): RegExp {
  const source = alternatives(regexp.source).map(anchorAlternative).join('|')
  return withoutMemory(source, regexp)
}

/** A regular expression with the flags of another, but without a memory of its last match. */
export function withoutMemory(source: string, { flags }: RegExp): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ''))
}

function isAnchoredAlternative(source: string): boolean {
  return source.startsWith('^') && endsWithAnchor(source)
}

function endsWithAnchor(source: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\$$/.test(source)
}

function anchorAlternative(source: string): string {
  return `${source.startsWith('^') ? '' : startOf(source)}${source}${endsWithAnchor(source) ? '' : '$'}`
}

/** The scheme, and the labels in front where a regular expression starts within a host. */
function startOf(source: string): string {
  if (source.startsWith('\\/\\/')) return '^https:'
  if (source.startsWith(':\\/\\/')) return '^https'
  if (source.includes('\\/\\/')) return '^'
  return source.startsWith('\\.') ? '^https:\\/\\/[a-z0-9.-]+' : '^https:\\/\\/(?:[a-z0-9-]+\\.)*'
}

/** What stands between the `|` that are in no group and no class. */
function alternatives(source: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const { index, text } of pieces(source)) {
    if (text === '(') depth++
    if (text === ')') depth--
    if (text === '|' && depth === 0) {
      parts.push(source.slice(start, index))
      start = index + 1
    }
  }
  parts.push(source.slice(start))
  return parts
}

/**
 * A string that a simple regular expression matches: of alternatives the first, of optional parts
 * all. The caller tests it, so what is too clever for it does no harm.
 */
function sampleOf(source: string): string {
  let sample = ''
  let last = ''
  let depth = 0
  let skippedFrom = Number.POSITIVE_INFINITY
  for (const { text } of pieces(source)) {
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (text === '|') skippedFrom = Math.min(skippedFrom, depth)
    if (depth < skippedFrom) skippedFrom = Number.POSITIVE_INFINITY
    if (depth >= skippedFrom) continue
    const repeated = /^\{(\d+)/.exec(text)?.[1]
    last = repeated === undefined ? sampleOfPiece(text) : last.repeat(Number(repeated) - 1)
    sample += last
  }
  return sample
}

function sampleOfPiece(text: string): string {
  const sample = SAMPLES.get(text)
  if (sample !== undefined) return sample
  if (/^[()?*+^$]$/.test(text)) return ''
  if (text === '.' || text.startsWith('[^')) return 'a'
  if (text.startsWith('[')) return sampleOfPiece(text.slice(1).replace(/^([^\\]|\\.).*/, '$1'))
  return text.startsWith('\\') ? text.slice(1) : text
}

/** Splits a source into escapes, classes, quantifiers, group brackets and single characters. */
function* pieces(source: string): Generator<{ readonly index: number; readonly text: string }> {
  const piece = /\\.|\[(?:\\.|[^\\\]])*\]|\{\d+,?\d*\}|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|./gsu
  for (const match of source.matchAll(piece)) {
    yield { index: match.index, text: match[0].startsWith('(') ? '(' : match[0] }
  }
}
