import { LIST_ORIGINS } from '../config-issue.js'
import { anchor, withoutMemory } from './regexp-anchors.js'

/** What to write in place of a regular expression that is stateful, in quotes, or not anchored. */
export function repairRegExp(regexp: RegExp, credentials: boolean): string {
  const repaired = credentials ? anchor(regexp) : withoutMemory(regexp.source, regexp)
  return repaired === null ? LIST_ORIGINS : String(repaired)
}
