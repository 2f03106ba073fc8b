/** Hosts, each with a scheme and perhaps a port, of which all subdomains are covered. */
export class SubdomainSet {
  readonly #schemesBySuffix = new Map<string, readonly string[]>()

  get size(): number {
    return this.#schemesBySuffix.size
  }

  /** @param hostAndPort the domain that `*.` stands before, with `:` and its port if it has one */
  add(scheme: string, hostAndPort: string): void {
    const suffix = `.${hostAndPort}`
    const schemes = this.#schemesBySuffix.get(suffix) ?? []
    this.#schemesBySuffix.set(suffix, [...schemes, scheme])
  }

  /**
   * Whether one of the hosts stands behind one or more labels of a serialized origin. Only whole
   * labels are compared: the look-ups start at the origin's own dots.
   */
  covers(scheme: string, origin: string): boolean {
    let dot = origin.indexOf('.', scheme.length)
    while (dot !== -1) {
      if (this.#schemesBySuffix.get(origin.slice(dot))?.includes(scheme)) return true
      dot = origin.indexOf('.', dot + 1)
    }
    return false
  }
}
