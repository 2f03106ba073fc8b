import type { Transport } from '../browser/algorithms/wire.js'
import type { Target } from '../browser/transport/target.js'
import { isSerializedOrigin } from '../fetch/origin.js'
import { quote } from '../fetch/quote.js'
import {
  type Client,
  failureOf,
  type Observation,
  openClient,
  type Question,
} from './asking/client.js'
import { missingPath } from './asking/missing-path.js'
import { PUT } from './asking/preflights.js'
import type { QuestionOptions } from './asking/question-options.js'
import { createStrangers } from './asking/strangers.js'
import { UnreachableError } from './asking/unreachable-error.js'
import { type Asked, differencesOf } from './report/compare-responses.js'
import type { ComparedQuestion, Comparison, Difference } from './report/comparison.js'
import { formatComparison, questionOf } from './report/format-comparison.js'

/** How `compare()` asks, and for which pages. */
export interface CompareOptions extends QuestionOptions {
  /**
   * The origins of the pages that ask.
   * @default ['https://app.example.com']
   */
  readonly origins?: readonly string[] | undefined
}

const QUESTIONS: readonly ComparedQuestion[] = ['get', 'preflight', 'missing-path']

/**
 * Asks two servers the same questions and tells which verdicts, statuses and CORS headers differ:
 * GET with and without credentials, a preflight for PUT with `Authorization`, GET of a path that
 * does not exist, each from every origin, and GET without `Origin`.
 * @throws {TypeError} if an argument is invalid
 * @throws {UnreachableError} if one of them gives no usable response, also when asked again
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
  const { origins = ['https://app.example.com'] } = options
  assertOrigins(origins)
  const first = openClient(a, options)
  try {
    const second = openClient(b, options)
    try {
      return await compareClients(first, second, origins)
    } finally {
      await second.close()
    }
  } finally {
    await first.close()
  }
}

/**
 * The same for two absolute URLs.
 * @param transport reaches both
 */
export function compareUrls(
  [a, b]: readonly [string, string],
  transport: Transport,
  { origins, ...options }: QuestionOptions & { readonly origins: readonly string[] },
): Promise<Comparison> {
  const open = (url: string) => openClient(transport, { ...options, url })
  return compareClients(open(a), open(b), origins)
}

async function compareClients(
  first: Client,
  second: Client,
  origins: readonly string[],
): Promise<Comparison> {
  const { label } = createStrangers()
  const differences: Difference[] = []
  for (const question of QUESTIONS) {
    for (const origin of question === 'get' ? [null, ...origins] : origins) {
      for (const credentials of origin === null ? [false] : [false, true]) {
        const asked = { question, origin, credentials }
        const one = await askTwice(first, asked, label)
        const other = await askTwice(second, asked, label)
        differences.push(...differencesOf(asked, one, other))
      }
    }
  }
  return createComparison(first, second, differences)
}

/** Asks again if a request fails, since a server may only be restarting or busy. */
async function askTwice(client: Client, asked: Asked, label: string): Promise<Observation> {
  const question = questionFor(client, asked, label)
  const once = await client.ask(question)
  if (problemOf(client, once) === null) return once
  const again = await client.ask({ ...question, again: true })
  const problem = problemOf(client, again)
  if (problem === null) return again
  const message = `${problem.message} Asked: ${questionOf(asked)}.`
  throw new UnreachableError(client.url.href, message, problem)
}

/** Why an observation cannot be compared; `null` if it can. */
function problemOf({ url }: Client, observation: Observation) {
  if (observation.exchanges.at(-1)?.response?.status !== 429) return failureOf(observation)
  const fix = 'wait until the server takes requests again, or raise its limit for this computer'
  const problem = `The response from ${url.href} has the status 429 (too many requests), also when it is asked again, so there is nothing to compare.`
  return { message: `${problem} Fix: ${fix}.`, fix }
}

function questionFor(
  { url }: Client,
  { question, origin, credentials }: Asked,
  label: string,
): Question {
  switch (question) {
    case 'get':
      return { origin, credentials }
    case 'preflight':
      return { origin, credentials, preflightFor: PUT }
    case 'missing-path':
      return { origin, credentials, url: missingPath(url, label) }
  }
}

function createComparison(
  first: Client,
  second: Client,
  differences: readonly Difference[],
): Comparison {
  const members = {
    a: first.url.href,
    b: second.url.href,
    differences: Object.freeze(differences),
  }
  return Object.freeze({ ...members, toString: () => formatComparison(members) })
}

function assertOrigins(origins: readonly string[]): void {
  if (!Array.isArray(origins)) {
    throw new TypeError("origins must be an array, as in origins: ['https://app.example.com']")
  }
  for (const origin of origins) {
    if (origin === 'null' || (typeof origin === 'string' && isSerializedOrigin(origin))) continue
    throw new TypeError(
      `origins has ${quote(String(origin))}, which is not an origin such as "https://app.example.com"`,
    )
  }
}
