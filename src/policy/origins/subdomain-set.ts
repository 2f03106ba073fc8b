import { isSerializedDomain } from '../../fetch/origin.js'

const DOT = 0x2e

/** The hosts of one scheme. */
interface Suffixes {
  /** The scheme with its `://`. */
  readonly prefix: string
  /** Each host, with its port if it has one, behind a dot. */
  readonly suffixes: Set<string>
  /** The lengths of the suffixes, each once. */
  readonly lengths: number[]
}

/** Hosts whose subdomains are all covered, each with a scheme and perhaps a port. */
export class SubdomainSet {
  readonly #schemes: Suffixes[] = []

  get isEmpty(): boolean {
    return this.#schemes.length === 0
  }

  /** @param hostAndPort the domain after `*.`, with `:` and its port if it has one */
  add(scheme: string, hostAndPort: string): void {
    const { suffixes, lengths } = this.#suffixesOf(`${scheme}://`)
    // Joined, since V8 keeps a concatenated string in two parts, which makes the look-ups that find
    // it slower by half.
    const suffix = ['.', hostAndPort].join('')
    suffixes.add(suffix)
    if (!lengths.includes(suffix.length)) lengths.push(suffix.length)
  }

  /**
   * Whether an origin has the scheme of one of the hosts, one or more labels, and the host itself.
   * Only whole labels are compared, since a suffix starts with a dot. There is a look-up for each
   * length that has a dot in its place, so their number does not grow with the hosts.
   */
  covers(origin: string): boolean {
    for (const { prefix, suffixes, lengths } of this.#schemes) {
      if (!origin.startsWith(prefix)) continue
      for (const length of lengths) {
        const dot = origin.length - length
        if (
          origin.charCodeAt(dot) === DOT &&
          suffixes.has(origin.slice(dot)) &&
          isSerializedDomain(origin, prefix.length, dot)
        ) {
          return true
        }
      }
    }
    return false
  }

  #suffixesOf(prefix: string): Suffixes {
    const known = this.#schemes.find((scheme) => scheme.prefix === prefix)
    if (known !== undefined) return known
    const added = { prefix, suffixes: new Set<string>(), lengths: [] }
    this.#schemes.push(added)
    return added
  }
}
