/** The writes that the script of the page can send. */
export const WRITES = ['form', 'fetch', 'no-cors fetch', 'preflighted fetch', 'beacon'] as const
export type Write = (typeof WRITES)[number]

/** What else it can send; each is a GET on the wire. */
export type Get = 'event source' | 'web socket'

/** What becomes of a write. */
export type Outcome =
  | 'ran'
  /** 403, and no handler has run. */
  | 'rejected'
  /** The browser has sent the CORS-preflight request, and not what should have followed. */
  | 'stopped'
