import { LIST_ORIGINS } from '../config-issue.js'
import { anchor, withoutMemory } from './regexp-anchors.js'

/** What to write in place of a regular expression that is stateful, in quotes, or not anchored. */
export function fixRegExp(regexp: RegExp, credentials: boolean): string {
  const fixed = credentials ? anchor(regexp) : withoutMemory(regexp.source, regexp)
  return fixed === null ? LIST_ORIGINS : String(fixed)
}
