import type { Exchange } from '../../browser/algorithms/exchange.js'
import type { WireRequest, WireResponse } from '../../browser/algorithms/wire.js'
import { createPage } from '../../browser/create-page.js'
import { openTarget, type Target } from '../../browser/transport/target.js'
import type { BlockedVerdict, Verdict } from '../../browser/verdict/verdict.js'
import { quote } from '../../fetch/quote.js'
import { readExtraHeaders } from './extra-headers.js'
import type { Preflighted } from './preflights.js'
import type { QuestionOptions } from './question-options.js'
import { standInFor } from './stand-in.js'

/** A request that a page could make. */
export interface Question {
  /** The origin of the page; `null` for a request without `Origin`. */
  readonly origin: string | null
  /** What to ask for, if not the client's URL. */
  readonly url?: URL
  /** Whether the page includes credentials. */
  readonly credentials?: boolean
  /** Asks by preflight only: the request that it is for is never sent. */
  readonly preflightFor?: Preflighted
  /** Asks the server even if the same was asked before. */
  readonly again?: boolean
}

/** What a browser does with the response. */
export interface Observation {
  readonly origin: string | null
  readonly verdict: Verdict
  /** What went over the wire for it. */
  readonly exchanges: readonly Exchange[]
}

/** Asks one server, one question after the other. */
export interface Client {
  readonly url: URL
  /** @throws {Ended} if the limit is reached, or the server has stopped responding */
  ask(question: Question): Promise<Observation>
  /** Everything that was sent so far. */
  exchanges(): readonly Exchange[]
  /** The first other host that a response redirected to, as an origin; `null` if none did. */
  elsewhere(): string | null
  close(): Promise<void>
}

/** Nothing more is asked. */
export class Ended extends Error {
  constructor(readonly by: 'limit' | 'no-answers') {
    super(by)
  }
}

/** How many requests in a row may get no response. A server that hangs costs the whole time limit for each. */
const MAX_SILENT = 3

/**
 * @param limit how many requests may be sent
 * @throws {TypeError} if the target or an option is invalid
 */
export function openClient(
  target: Target,
  options: QuestionOptions,
  limit = Number.POSITIVE_INFINITY,
): Client {
  const { headers = [], signal = null, timeout = 30_000 } = options
  const extraHeaders = readExtraHeaders(headers)
  const { transport, base, close } = openTarget(target, { body: 'skip' })
  const url = resolveUrl(options.url ?? base, base)
  const responses = new Map<string, WireResponse>()
  const exchanges = new Map<string, Exchange>()
  /** To questions that got no response; the same with and without credentials. */
  const silences = new Map<string, Observation>()
  let sent = 0
  let silent = 0
  let elsewhere: string | null = null

  /** Sends equal requests only once: the model judges the response with and without credentials. */
  async function send(request: WireRequest, again: boolean): Promise<WireResponse> {
    const key = keyOf(request)
    const known = again ? undefined : responses.get(key)
    if (known !== undefined) return known
    if (isElsewhere(request)) {
      elsewhere ??= new URL(request.url).origin
      throw new Error('this is a redirect to another host, which is not followed')
    }
    if (sent === limit) throw new Ended('limit')
    sent++
    const response = await transport(
      request.method === 'OPTIONS'
        ? request
        : { ...request, headers: [...request.headers, ...extraHeaders] },
    )
    responses.set(key, response)
    return response
  }

  async function ask(question: Question): Promise<Observation> {
    const { origin, credentials = false, preflightFor, again = false } = question
    const key = JSON.stringify([origin, question.url, preflightFor])
    const silence = again ? undefined : silences.get(key)
    if (silence !== undefined) return silence
    if (sent === limit) throw new Ended('limit')
    if (silent === MAX_SILENT) throw new Ended('no-answers')
    const sentBefore = sent
    const standIn = standInFor(origin)
    const page = createPage(
      async (request: WireRequest) => {
        if (preflightFor && request.method !== 'OPTIONS') return allowEverything(standIn.origin)
        const headers = standIn.toServer(request.headers)
        return standIn.toPage(await send({ ...request, headers }, again))
      },
      { origin: standIn.origin, timeout },
    )
    const verdict = await page.check(question.url ?? url, {
      ...preflightFor,
      // In this mode a GET request has no Origin.
      mode: origin === null ? 'no-cors' : 'cors',
      credentials: credentials ? 'include' : 'omit',
      signal,
    })
    const wire = verdict.exchanges
      .filter(({ kind }) => preflightFor === undefined || kind === 'preflight')
      .filter(({ request }) => !isElsewhere(request))
      .map(({ kind, request, response }): Exchange => {
        const sent = { ...request, headers: standIn.toServer(request.headers) }
        // Without the body, on which CORS does not depend.
        const received = response && {
          status: response.status,
          headers: standIn.toServer(response.headers),
        }
        return Object.freeze({
          kind,
          request: Object.freeze(sent),
          response: Object.freeze(received),
        })
      })
    for (const exchange of wire) exchanges.set(keyOf(exchange.request), exchange)
    const observation = { origin, verdict, exchanges: wire }
    const failure = failureOf(observation)
    if (failure === null) silences.delete(key)
    else silences.set(key, observation)
    if (sent > sentBefore) silent = failure === null ? 0 : silent + 1
    return observation
  }

  function isElsewhere(request: WireRequest): boolean {
    return new URL(request.url).host !== url.host
  }

  return {
    url,
    ask,
    exchanges: () => Object.freeze([...exchanges.values()]),
    elsewhere: () => elsewhere,
    close,
  }
}

/** Why there is no response to what was sent; `null` if there is one. */
export function failureOf({ verdict, exchanges }: Observation): BlockedVerdict | null {
  if (verdict.outcome !== 'blocked' || verdict.code !== 'no-answer') return null
  // Another host is not asked.
  return exchanges.at(-1)?.response === null ? verdict : null
}

/** The response to a request that is not sent, because only its preflight matters. */
function allowEverything(origin: string): WireResponse {
  return {
    status: 204,
    headers: [
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Credentials', 'true'],
    ],
  }
}

function keyOf({ method, url, headers }: WireRequest): string {
  return JSON.stringify([method, url, headers])
}

function resolveUrl(url: string | URL, base: string): URL {
  if (!URL.canParse(String(url), base)) {
    throw new TypeError(`the url ${quote(String(url))} is not valid relative to ${quote(base)}`)
  }
  const resolved = new URL(url, base)
  resolved.hash = ''
  return resolved
}
