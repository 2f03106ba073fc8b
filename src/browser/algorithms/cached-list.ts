import { dropOldest } from './drop-oldest.js'

/** How many items a list keeps; the oldest goes first. Browsers choose such limits. */
export const MAX_ITEMS = 1_000

/** Methods or header names, each with the time at which it expires. */
export class CachedList {
  /** The cache entries whose "credentials" is true: they match every request. */
  readonly #withCredentials = new Map<string, number>()
  /** Those whose "credentials" is false: they match requests without credentials only. */
  readonly #withoutCredentials = new Map<string, number>()

  has(item: string, credentials: boolean, now: number): boolean {
    return this.#matching(item, credentials, now).length > 0
  }

  /** "CORS-preflight fetch", step 7.12 or 7.13: extends the entries that match, or creates one. */
  put(item: string, credentials: boolean, now: number, expires: number): void {
    const matching = this.#matching(item, credentials, now)
    const created = credentials ? this.#withCredentials : this.#withoutCredentials
    for (const entries of matching.length > 0 ? matching : [created]) {
      entries.set(item, expires)
      dropOldest(entries, MAX_ITEMS)
    }
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-match */
  #matching(item: string, credentials: boolean, now: number): Map<string, number>[] {
    const candidates = credentials
      ? [this.#withCredentials]
      : [this.#withCredentials, this.#withoutCredentials]
    return candidates.filter((entries) => now < (entries.get(item) ?? Number.NEGATIVE_INFINITY))
  }
}
