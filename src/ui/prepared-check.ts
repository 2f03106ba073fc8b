/** A request that the page offers to make. */
export interface PreparedCheck {
  /** What the button says. */
  readonly name: string
  readonly expected: 'shared' | 'blocked'
  readonly url: string
  readonly origin: string
  readonly method: string
  /** One `Name: value` per line. */
  readonly headers: string
  readonly body: string
  readonly credentials: boolean
  /** As in `Cookie`. */
  readonly cookies: string
}
