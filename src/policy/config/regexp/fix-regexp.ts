import { type Fix, replacement } from '../issues/fix.js'
import { LIST_ORIGINS } from '../issues/origin-fixes.js'
import { judgeRegExp } from './judge-regexp.js'
import type { RegExpContext } from './openings/find-openings.js'

/** What to write in place of a regular expression that is stateful, in quotes, open, or slow. */
export function fixRegExp(regexp: RegExp, context: RegExpContext, inList: boolean): Fix {
  const { findings, fixes } = judgeRegExp(regexp, context)
  if (findings.length === 0) return replacement([stateless(regexp)], inList)
  if (fixes.length === 0) return LIST_ORIGINS
  return replacement(fixes, inList)
}

/** The same regular expression without the flags that make it remember its last match. */
function stateless({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ''))
}
