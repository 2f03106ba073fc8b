/** The same text as a new string that has no hash yet, like what the HTTP parser makes. */
export function fresh(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}

/** Different origins for an allowlist. */
export function exactOrigins(count: number): string[] {
  return Array.from({ length: count }, (_, i) => fresh(exactOrigin(i)))
}

export function exactOrigin(i: number): string {
  return `https://customer-${i}.example.com`
}

/** What each request carries: the texts of the numbers below `count` in a repeatable random order. */
export function inRandomOrder(count: number, text: (i: number) => string): () => string {
  let state = 1
  return () => {
    // Marsaglia's xorshift, period 2^32 - 1.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return fresh(text((state >>> 0) % count))
  }
}

/** What a front end asks for in its preflights, as browsers write it. */
export const THREE_NAMES = 'authorization,content-type,x-requested-with'

/** Lists of the same length, never the same twice in a row. */
export function otherNames(): () => string {
  let turn = 0
  return () => THREE_NAMES.replace(/th$/, ['th', 'to', 'of', 'in'][turn++ % 4] ?? '')
}
