import type { NoAnswerCause } from '../../browser/algorithms/blocked-facts.js'

/** There is no usable response, so there is nothing to judge. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  readonly code = 'ERR_CORS_UNREACHABLE'
  /** What was asked for. */
  readonly url: string
  /** What to do about it; a part of the message. */
  readonly fix: string
  /** Why there is no response; `undefined` if there is one with status 429 (too many requests). */
  override readonly cause: NoAnswerCause | undefined

  constructor(
    url: string,
    message: string,
    { fix, cause }: { readonly fix: string; readonly cause?: NoAnswerCause | undefined },
  ) {
    super(message)
    this.url = url
    this.fix = fix
    this.cause = cause
  }
}
