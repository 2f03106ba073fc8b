import type { BlockedCode, ExchangeKind, NoAnswerCause } from '../algorithms/blocked-facts.js'
import type { Exchange } from '../algorithms/exchange.js'
import type { FilteredResponse } from '../algorithms/filtered-response.js'
import type { NetworkError } from '../algorithms/network-error.js'
import { BLOCKED } from './blocked.js'
import { formatVerdict } from './format-verdict.js'

interface VerdictBase {
  /** A few sentences with the values that came and, if blocked, the fix for the server. */
  readonly message: string
  /** Every request that went over the wire, in order, with its response. */
  readonly exchanges: readonly Exchange[]
  /** The outcome, the message and the exchanges, as text of several lines. */
  toString(): string
}

/** The page can read the response: it is same-origin, or the server shares it by CORS. */
export interface SharedVerdict extends VerdictBase {
  /** What the page gets: `shared` is a response that it can read. */
  readonly outcome: 'shared'
  readonly code?: never
  /** What script can read. */
  readonly response: FilteredResponse
}

/**
 * `fetch()` resolves, but the page can read nothing: the mode is `no-cors`, or the response is a
 * redirect and the redirect mode is `manual`.
 */
export interface OpaqueVerdict extends VerdictBase {
  /** What the page gets: `opaque` is a response of which it can read nothing. */
  readonly outcome: 'opaque'
  readonly code?: never
  /** Status 0, no headers, no body. */
  readonly response: FilteredResponse
}

/** `fetch()` rejects with a `TypeError`. */
export interface BlockedVerdict extends VerdictBase {
  /** What the page gets: `blocked` is an error, without the reason. */
  readonly outcome: 'blocked'
  /** The reason. */
  readonly code: BlockedCode
  /** Whether the preflight or the request itself failed. */
  readonly phase: ExchangeKind
  /** The step that failed, with its anchor in the Fetch standard. */
  readonly step: string
  /** What to change; part of the message. */
  readonly fix: string
  /** Chromium's name for the reason, as in its `CorsIssue`; `null` if it reports none. */
  readonly chromiumIssue: string | null
  /** If the code is `no-answer`: why there is no usable response. */
  readonly cause?: NoAnswerCause
  readonly response?: never
}

/** What a browser does with a response. `outcome` tells the three kinds apart. */
export type Verdict = SharedVerdict | OpaqueVerdict | BlockedVerdict

/** The name of the method by which an object tells Node's `util.inspect` how to show it. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

/** The prototype of every verdict. `console.log()` and `node:test` show the same text. */
const VERDICT_METHODS = Object.freeze({
  toString(this: Verdict): string {
    return formatVerdict(this)
  },
  [INSPECT](this: Verdict): string {
    return formatVerdict(this)
  },
})

export function createSharedVerdict(
  origin: string,
  response: FilteredResponse,
  exchanges: readonly Exchange[],
): SharedVerdict {
  const message = describeShared(origin, response)
  return createVerdict({ outcome: 'shared', message, response, exchanges })
}

export function createOpaqueVerdict(
  origin: string,
  response: FilteredResponse,
  exchanges: readonly Exchange[],
): OpaqueVerdict {
  const message = describeOpaque(origin, response)
  return createVerdict({ outcome: 'opaque', message, response, exchanges })
}

export function createBlockedVerdict<Code extends BlockedCode>(
  { code, phase, facts }: NetworkError<Code>,
  exchanges: readonly Exchange[],
): BlockedVerdict {
  const reason = BLOCKED[code]
  const fix = reason.fix(facts, phase)
  return createVerdict({
    outcome: 'blocked',
    code,
    message: `${capitalize(reason.problem(facts, phase))}. Fix: ${fix}.`,
    phase,
    step: reason.step,
    fix,
    chromiumIssue: reason.chromiumIssue[phase],
    ...('cause' in facts && { cause: Object.freeze(facts.cause) }),
    exchanges,
  })
}

function createVerdict<Members extends { readonly exchanges: readonly Exchange[] }>(
  members: Members,
): Members {
  Object.freeze(members.exchanges)
  const verdict: object = Object.create(VERDICT_METHODS)
  return Object.freeze(Object.assign(verdict, members))
}

function describeShared(origin: string, { type, url, status, headers }: FilteredResponse): string {
  const names = Object.keys(headers)
  const readable = names.length === 0 ? 'no headers' : names.join(', ')
  return type === 'cors'
    ? `The page at ${origin} can read the response from ${url}: status ${status} and ${readable}.`
    : `The response from ${url} is same-origin with the page, so CORS does not matter: status ${status} and ${readable}.`
}

function describeOpaque(origin: string, { type }: FilteredResponse): string {
  return type === 'opaque'
    ? `The page at ${origin} gets an opaque response and can read nothing, because the mode is "no-cors".`
    : `The page at ${origin} gets an opaque response and can read nothing, because the response is a redirect and the redirect mode is "manual".`
}

function capitalize(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}
