/** Draws from lists; the same draws for the same seed. */
export interface Random {
  /** @throws {RangeError} if there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item
}

/** A linear congruential generator, modulus 2³², with the constants of Numerical Recipes, §7.1. */
export function createRandom(seed: number): Random {
  let state = seed

  return {
    pick(items) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      // The high bits: the low ones of such a generator repeat soon.
      const item = items[Math.floor((state / 2 ** 32) * items.length)]
      if (item === undefined) throw new RangeError('there is nothing to pick from')
      return item
    },
  }
}
