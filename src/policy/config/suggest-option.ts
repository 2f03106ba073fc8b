/** Words that tell which option was meant, whatever the rest of the name is. */
const KEYWORDS: readonly (readonly [keyword: RegExp, option: string])[] = [
  [/origin|domain|(?:allow|white)list/, 'origin'],
  [/expose/, 'exposedHeaders'],
  [/header/, 'allowedHeaders'],
  [/cred/, 'credentials'],
  [/method/, 'methods'],
  [/max.?age|^age$/, 'maxAge'],
  [/status|success/, 'optionsSuccessStatus'],
  [/continue/, 'preflightContinue'],
  [/danger|unsafe/, 'dangerouslyAllow'],
  [/decision/, 'onDecision'],
  [/enforc|reject|csrf/, 'enforce'],
]

/** Edits between a name and an option that still make it a likely slip of the finger. */
const MAX_EDITS = 2

/** The option that a misspelt name most likely means; `null` if none is near. */
export function suggestOption(name: string, options: readonly string[]): string | null {
  const near = findNear(name, options)
  if (near !== null) return near
  return KEYWORDS.find(([keyword]) => keyword.test(name.toLowerCase()))?.[1] ?? null
}

/** The name that a misspelt one is a slip of the finger away from; `null` if there is none. */
export function findNear(misspelt: string, names: readonly string[]): string | null {
  const lowercase = misspelt.toLowerCase()
  return names.find((name) => isWithin(MAX_EDITS, lowercase, name.toLowerCase())) ?? null
}

/** Whether so many insertions, deletions and substitutions of one character make `a` into `b`. */
export function isWithin(edits: number, a: string, b: string): boolean {
  if (a === b) return true
  if (edits === 0) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [restOfA, restOfB] = [a.slice(same), b.slice(same)]
  return (
    isWithin(edits - 1, restOfA.slice(1), restOfB.slice(1)) ||
    isWithin(edits - 1, restOfA.slice(1), restOfB) ||
    isWithin(edits - 1, restOfA, restOfB.slice(1))
  )
}
