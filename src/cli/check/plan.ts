import type { Header } from '../../fetch/header-list.js'

/** One request of a page, and the outcome that is expected. */
export interface Plan {
  readonly url: string
  readonly origin: string
  readonly method: string
  readonly headers: readonly Header[]
  readonly body: string | undefined
  /** Whether the page uses `credentials: 'include'`. */
  readonly credentials: boolean
  /** What the browser has for the host of the URL, as in `Cookie`. */
  readonly cookies: string | undefined
  readonly expected: Expected
}

export const EXPECTED = ['shared', 'blocked'] as const
export type Expected = (typeof EXPECTED)[number]
