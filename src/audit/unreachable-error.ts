/** There is no usable response, so there is nothing to judge. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  readonly code = 'ERR_CORS_UNREACHABLE'
  /** What was asked for. */
  readonly url: string

  constructor(url: string, message: string) {
    super(message)
    this.url = url
  }
}
