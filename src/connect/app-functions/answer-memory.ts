import { plainRegExp } from '../../policy/config/regexp/plain-regexp.js'

/** Options by name. */
export type GivenOptions = ReadonlyMap<string, unknown>

/** How many judgements are kept; most functions choose between two or three sets of options. */
const CAPACITY = 8

/**
 * Remembers what was made from a function's last answers. They are compared by content, since most
 * functions make a new object for each request, and an array may have changed since it was judged.
 */
export class AnswerMemory<Result> {
  readonly #kept: { readonly given: GivenOptions; readonly result: Result }[] = []
  #next = 0

  /** What was made from the same options, or what `make` makes from a copy of them. */
  find(given: GivenOptions, make: (given: GivenOptions) => Result): Result {
    for (const kept of this.#kept) if (haveSameOptions(given, kept.given)) return kept.result
    const copy = new Map([...given].map(([name, value]) => [name, copyOf(value)]))
    const result = make(copy)
    this.#kept[this.#next] = { given: copy, result }
    this.#next = (this.#next + 1) % CAPACITY
    return result
  }
}

function copyOf(value: unknown): unknown {
  return Array.isArray(value) ? Array.from(value, copyOfItem) : copyOfItem(value)
}

function copyOfItem(value: unknown): unknown {
  return plainRegExp(value) ?? value
}

function haveSameOptions(given: GivenOptions, kept: GivenOptions): boolean {
  if (given.size !== kept.size) return false
  for (const [name, value] of kept) {
    if (!given.has(name) || !isSame(given.get(name), value)) return false
  }
  return true
}

function isSame(given: unknown, kept: unknown): boolean {
  if (!Array.isArray(kept)) return isSameItem(given, kept)
  return (
    Array.isArray(given) &&
    given.length === kept.length &&
    kept.every((item, index) => isSameItem(given[index], item))
  )
}

function isSameItem(given: unknown, kept: unknown): boolean {
  if (!(kept instanceof RegExp)) return given === kept
  const regexp = plainRegExp(given)
  return regexp !== null && regexp.source === kept.source && regexp.flags === kept.flags
}
