/** What stands for the commonest classes; the first member of `[0-9]` would make a bad port. */
const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['[0-9]', '1'],
  ['\\d', '1'],
  ['\\w', 'a'],
  ['\\b', ''],
])

/** What stands between the `|` of a regular expression's source that are in no group and no class. */
export function alternatives(source: string): string[] {
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
export function sampleOf(source: string): string {
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
