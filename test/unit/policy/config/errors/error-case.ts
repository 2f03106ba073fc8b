/** Options that are refused, as JavaScript may pass them. */
export interface ErrorCase {
  readonly what: string
  readonly options: unknown
  /** The whole message. */
  readonly error: string
}
