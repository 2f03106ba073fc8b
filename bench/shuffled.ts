/** The same items in an order that depends on the seed alone. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  // Marsaglia's xorshift, of seeds that differ in more than a bit or two.
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const keyed = items.map((item) => {
    for (let i = 0; i < 4; i++) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
    }
    return { item, key: state }
  })
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
