/** Edits between two names that still make one a likely slip of the finger for the other. */
const MAX_EDITS = 2

/** The name that a misspelt one was probably meant to be; `null` if no name is near. */
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
