import type { NoAnswerCause } from './blocked-facts.js'

/** What a transport throws, and a signal is aborted with, to say why there is no usable response. */
export class NoAnswerError extends Error {
  readonly reason: NoAnswerCause

  constructor(reason: NoAnswerCause) {
    super(reason.type)
    this.reason = reason
  }
}
