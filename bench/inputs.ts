/**
 * The same text as a new string, whose hash nobody has computed yet: like what the HTTP parser
 * makes, and unlike a literal.
 */
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
    state = xorshift(state)
    return fresh(text((state >>> 0) % count))
  }
}

/** What a front end asks for in its preflights, as browsers write it. */
export const THREE_NAMES = 'authorization,content-type,x-requested-with'

/** Lists of the same length, never the same twice in a row. */
export function otherNames(): () => string {
  const lists = ['th', 'to', 'of', 'in'].map((end) => THREE_NAMES.replace(/th$/, end))
  let turn = 0
  return () => lists[turn++ % lists.length] ?? ''
}

/** Marsaglia's xorshift, period 2^32 - 1. */
export function xorshift(state: number): number {
  const first = state ^ (state << 13)
  const second = first ^ (first >>> 17)
  return second ^ (second << 5)
}
