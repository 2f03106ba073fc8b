import type { Exchange } from '../../browser/algorithms/exchange.js'
import type { WireRequest, WireResponse } from '../../browser/algorithms/wire.js'
import { createPage } from '../../browser/create-page.js'
import { openTarget, type Target } from '../../browser/transport/target.js'
import type { Verdict } from '../../browser/verdict/verdict.js'
import { quote } from '../../fetch/quote.js'
import type { QuestionOptions } from '../question-options.js'
import { UnreachableError } from '../unreachable-error.js'
import { readExtraHeaders } from './extra-headers.js'
import type { Preflighted } from './preflights.js'
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
}

/** What a browser does with the response. */
export interface Answer {
  readonly origin: string | null
  readonly verdict: Verdict
  /** What went over the wire for it. */
  readonly exchanges: readonly Exchange[]
}

/** Asks one server, one question after the other. */
export interface Client {
  readonly url: URL
  /**
   * @throws {OutOfRequests} if the limit is reached
   * @throws {UnreachableError} if there is no usable response to the first request
   */
  ask(question: Question): Promise<Answer>
  /** Everything that was sent so far. */
  exchanges(): readonly Exchange[]
  close(): Promise<void>
}

/** The limit of requests is reached. */
export class OutOfRequests extends Error {}

const MAX_REQUESTS = 100

/** @throws {TypeError} if the target or an option is invalid */
export function openClient(target: Target, options: QuestionOptions): Client {
  const { headers = [], signal = null, timeout = 30_000 } = options
  const extraHeaders = readExtraHeaders(headers)
  const { transport, base, close } = openTarget(target, { body: 'skip' })
  const url = resolveUrl(options.url ?? base, base)
  const responses = new Map<string, WireResponse>()
  const exchanges = new Map<string, Exchange>()
  let sent = 0

  /** Sends equal requests only once: the model judges the response with and without credentials. */
  async function send(request: WireRequest): Promise<WireResponse> {
    const key = keyOf(request)
    const known = responses.get(key)
    if (known !== undefined) return known
    if (new URL(request.url).host !== url.host) {
      throw new Error('this is a redirect to another host, which is not followed')
    }
    if (sent === MAX_REQUESTS) throw new OutOfRequests('the limit of requests is reached')
    sent++
    const response = await transport(
      request.method === 'OPTIONS'
        ? request
        : { ...request, headers: [...request.headers, ...extraHeaders] },
    )
    responses.set(key, response)
    return response
  }

  async function ask(question: Question): Promise<Answer> {
    if (sent === MAX_REQUESTS) throw new OutOfRequests()
    const { origin, credentials = false, preflightFor } = question
    const standIn = standInFor(origin)
    const page = createPage(
      async (request: WireRequest) => {
        if (preflightFor && request.method !== 'OPTIONS') return allowEverything(standIn.origin)
        const headers = standIn.toServer(request.headers)
        return standIn.toPage(await send({ ...request, headers }))
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
    if (exchanges.size === 1 && verdict.outcome === 'blocked' && verdict.code === 'no-answer') {
      throw new UnreachableError(url.href, verdict.message)
    }
    return { origin, verdict, exchanges: wire }
  }

  return { url, ask, exchanges: () => Object.freeze([...exchanges.values()]), close }
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
