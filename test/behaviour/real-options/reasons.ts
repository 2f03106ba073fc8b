import type { RequestName } from './observe.js'

/** Why a request has another outcome than in `cors`. */
export interface Reason {
  readonly why: string
  readonly requests: readonly RequestName[]
  /** The outcome in `cors`. */
  readonly cors: RegExp
  /** The outcome here. */
  readonly here: RegExp
}

const GETS = ['GET, other origin', 'GET, origin null', 'GET, LAN origin over http'] as const

export const REASONS = {
  'options-reach-the-app': {
    why: 'An OPTIONS request that is no preflight is the business of the app, and cors ends it.',
    requests: ['OPTIONS, no Origin'],
    cors: /^204$/,
    here: /^200$/,
  },
  'function-not-asked': {
    why: 'Without Origin there is nothing to ask an origin function. In cors one that throws for it, or calls back with an error, keeps health checks out.',
    requests: ['GET, no Origin', 'OPTIONS, no Origin'],
    cors: /^500/,
    here: /^200$/,
  },
  'null-not-reflected': {
    why: 'Every site can send null from a sandboxed frame, so with credentials it must be listed.',
    requests: ['GET, origin null'],
    cors: /^200, page: with cookies$/,
    here: /^200, page: blocked$/,
  },
  'pattern-understood': {
    why: 'https://*.example.com is a pattern; in cors it is a string that no browser sends.',
    requests: ['GET, origin meant', 'preflight PUT, origin meant'],
    cors: /, page: blocked$/,
    here: /, page: without cookies$/,
  },
  'wildcard-works-with-credentials': {
    why: 'Browsers take * for a name when credentials are on, so what was asked for is sent instead.',
    requests: ['preflight PUT, origin meant', 'preflight PUT, other origin'],
    cors: /^2xx, page: blocked$/,
    here: /^2xx, page: with cookies$/,
  },
  'inner-replaces-outer': {
    why: 'Of two policies on one request the inner one counts; in cors, the headers of the outer one survive a refusal.',
    requests: GETS,
    cors: /^200, page: without cookies$/,
    here: /^200, page: blocked$/,
  },
} as const satisfies Readonly<Record<string, Reason>>
