import type { BlockedCode, ExchangeKind } from '../algorithms/blocked-facts.js'
import type { Exchange } from '../algorithms/exchange.js'
import type { FilteredResponse } from '../algorithms/filtered-response.js'
import type { NetworkError } from '../algorithms/network-error.js'
import { formatVerdict } from './format-verdict.js'

/** Where `util.inspect` of Node looks for an object's own account of itself. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

abstract class VerdictBase {
  /** One or a few sentences with the values seen and, if blocked, the fix for the server. */
  readonly message: string
  /** Every request that went over the wire, in order, with its answer. */
  readonly exchanges: readonly Exchange[]

  constructor(message: string, exchanges: readonly Exchange[]) {
    this.message = message
    this.exchanges = Object.freeze(exchanges)
  }

  abstract readonly outcome: 'shared' | 'opaque' | 'blocked'
  abstract readonly code?: BlockedCode

  /** The message and the exchanges, as text of several lines. */
  toString(): string {
    return formatVerdict(this)
  }

  /** The same text; so `console.log()` and the assertions of `node:test` show it. */
  [INSPECT](): string {
    return formatVerdict(this)
  }
}

/** The page can read the answer: it is same-origin, or the server shares it by CORS. */
export class SharedVerdict extends VerdictBase {
  readonly outcome = 'shared'
  declare readonly code?: never
  /** What script can read. */
  readonly response: FilteredResponse

  constructor(origin: string, response: FilteredResponse, exchanges: readonly Exchange[]) {
    super(describeShared(origin, response), exchanges)
    this.response = response
    Object.freeze(this)
  }
}

/** `fetch()` resolves, but the page can read nothing: mode `no-cors`, or a redirect it did not follow. */
export class OpaqueVerdict extends VerdictBase {
  readonly outcome = 'opaque'
  declare readonly code?: never
  /** Status 0, no headers, no body. */
  readonly response: FilteredResponse

  constructor(origin: string, response: FilteredResponse, exchanges: readonly Exchange[]) {
    super(describeOpaque(origin, response), exchanges)
    this.response = response
    Object.freeze(this)
  }
}

/** `fetch()` rejects with a `TypeError`. */
export class BlockedVerdict extends VerdictBase {
  readonly outcome = 'blocked'
  declare readonly response?: never
  /** The reason. */
  readonly code: BlockedCode
  /** Whether it was the preflight or the request itself that failed. */
  readonly phase: ExchangeKind
  /** The step that failed, with its anchor in the Fetch standard. */
  readonly step: string
  /** What to change. */
  readonly fix: string
  /** Chromium's name for the reason, as in its `CorsIssue`; `null` where it has none. */
  readonly chromiumIssue: string | null

  constructor(error: NetworkError, exchanges: readonly Exchange[]) {
    const { code, phase, step, problem, fix, chromiumIssue } = error
    super(`${capitalize(problem)}. Fix: ${fix}.`, exchanges)
    this.code = code
    this.phase = phase
    this.step = step
    this.fix = fix
    this.chromiumIssue = chromiumIssue
    Object.freeze(this)
  }
}

/** What a browser does with an answer, told apart by `outcome`. */
export type Verdict = SharedVerdict | OpaqueVerdict | BlockedVerdict

function describeShared(origin: string, { type, url, status, headers }: FilteredResponse): string {
  const names = Object.keys(headers)
  const readable = names.length === 0 ? 'no header' : names.join(', ')
  return type === 'cors'
    ? `The page at ${origin} can read the answer of ${url}: status ${status} and ${readable}.`
    : `The answer of ${url} is same-origin with the page, so CORS does not matter: status ${status} and ${readable}.`
}

function describeOpaque(origin: string, { type }: FilteredResponse): string {
  return type === 'opaque'
    ? `The page at ${origin} gets an opaque response and can read nothing, because the mode is "no-cors".`
    : `The page at ${origin} gets an opaque response and can read nothing, because the answer is a redirect and the redirect mode is "manual".`
}

function capitalize(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}
