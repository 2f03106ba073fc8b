/** What a matrix is drawn from. */
export interface MatrixSize {
  /** The seed of the random numbers; the same seed and count draw the same combinations. */
  readonly seed: number
  /** The number of combinations. */
  readonly count: number
}

/** The matrix that every run before a merge goes through. */
export const DEFAULT_SIZE: MatrixSize = { seed: 1, count: 720 }

/** The random numbers repeat after this many seeds. */
const MAX_SEED = 2 ** 32 - 1

/** Each policy and page has some 3,700 different requests, and the last of them are rarely drawn. */
const MAX_COUNT = 100_000

/**
 * Reads the size from texts, as from the command line; the default is used for what is omitted.
 * @throws {RangeError} if one is not a whole number within its bounds
 */
export function parseSize(given: {
  readonly seed?: string | undefined
  readonly count?: string | undefined
}): MatrixSize {
  return {
    seed:
      given.seed === undefined ? DEFAULT_SIZE.seed : parseWhole('seed', given.seed, 0, MAX_SEED),
    count:
      given.count === undefined
        ? DEFAULT_SIZE.count
        : parseWhole('count', given.count, 1, MAX_COUNT),
  }
}

export function isDefaultSize({ seed, count }: MatrixSize): boolean {
  return seed === DEFAULT_SIZE.seed && count === DEFAULT_SIZE.count
}

function parseWhole(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new RangeError(`--${name} is a whole number from ${min} to ${max}, not "${text}"`)
}
