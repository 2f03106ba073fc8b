import { isWithin } from '../../policy/config/near-name.js'

/** What people call an option, and its name here. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['body', 'data'],
  ['method', 'request'],
  ['timeout', 'max-time'],
  ['allow', 'trust'],
  ['json', 'format'],
])

/** The name that was most likely meant; `null` if none is near. */
export function suggestName(typed: string, names: readonly string[]): string | null {
  const synonym = SYNONYMS.get(typed)
  if (synonym !== undefined && names.includes(synonym)) return synonym
  return [1, 2].flatMap((edits) => names.filter((name) => isWithin(edits, typed, name)))[0] ?? null
}
