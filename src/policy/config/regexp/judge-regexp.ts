import { fixesOf } from './fixes.js'
import { findOpenings, type RegExpContext, type RegExpFinding } from './openings/find-openings.js'

/** What is wrong with a regular expression, and what to write instead. */
export interface RegExpJudgement {
  readonly findings: readonly RegExpFinding[]
  /** Rules, all of them together; empty if it is unknown which origins are meant. */
  readonly fixes: readonly (string | RegExp)[]
}

/** How many judgements are remembered. */
const MEMORY = 100

/** How many characters an expression may have whose judgement is remembered. */
const LONGEST_REMEMBERED = 10_000

const remembered = new Map<string, { context: RegExpContext; judgement: RegExpJudgement }>()

/**
 * Judges a regular expression by what it lets in and how long it takes. It is remembered, since a
 * function that answers with options hands the same expression over for every request.
 */
export function judgeRegExp(regexp: RegExp, context: RegExpContext): RegExpJudgement {
  const key = `${context.credentials} ${regexp}`
  const known = remembered.get(key)
  if (known !== undefined && known.context.isPublicSuffix === context.isPublicSuffix) {
    return known.judgement
  }
  // Neither of the flags changes which origins match, and both would change what is found here.
  const stateless = new RegExp(regexp.source, regexp.flags.replace(/[gy]/g, ''))
  const findings = findOpenings(stateless, context)
  const fixes = findings.length === 0 ? [] : fixesOf(stateless, context)
  const judgement = Object.freeze({
    findings: Object.freeze(findings),
    fixes: Object.freeze(fixes),
  })
  const [oldest] = remembered.keys()
  if (remembered.size >= MEMORY && oldest !== undefined) remembered.delete(oldest)
  if (key.length <= LONGEST_REMEMBERED) remembered.set(key, { context, judgement })
  return judgement
}
