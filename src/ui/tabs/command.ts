import type { Fields } from '../form/fields.js'

/** What a command gets besides its input. */
export interface Job {
  /** Aborted when the page cancels or is closed. */
  readonly signal: AbortSignal
  /** Tells the page how far it is. */
  progress(state: object): void
}

/** What the page can ask for. What it returns or throws goes to the page. */
export type Command = (input: Fields, job: Job) => unknown
