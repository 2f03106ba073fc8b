import type { Exchange } from '../browser/algorithms/exchange.js'
import type { WireRequest, WireResponse } from '../browser/algorithms/wire.js'
import { createPage } from '../browser/create-page.js'
import { openTarget, type Target } from '../browser/transport/target.js'
import type { Verdict } from '../browser/verdict/verdict.js'
import type { Header, HeaderList } from '../fetch/header-list.js'
import { isSerializedOrigin } from '../fetch/origin.js'
import { readExtraHeaders } from './extra-headers.js'
import type { QuestionOptions } from './questions.js'
import { UnreachableError } from './unreachable-error.js'

/** A request that a page could make. */
export interface Question {
  /** The origin of the page; `null` for a request without `Origin`. */
  readonly origin: string | null
  /** What to ask for, if not the client's URL. */
  readonly url?: URL
  /** Whether the page includes credentials. */
  readonly credentials?: boolean
  /** Asks by preflight only: the request that it is for is never sent. */
  readonly preflightFor?: { readonly method: string; readonly headers: HeaderList }
}

/** What a browser does with the response. */
export interface Answer {
  readonly origin: string | null
  readonly verdict: Verdict
  /** What went over the wire for it. */
  readonly exchanges: readonly Exchange[]
}

/** Asks one server. */
export interface Client {
  readonly url: URL
  /** @throws {OutOfRequests} if the limit is reached */
  ask(question: Question): Promise<Answer>
  /** Everything that was sent so far. */
  exchanges(): readonly Exchange[]
  close(): Promise<void>
}

/** The limit of requests is reached. */
export class OutOfRequests extends Error {}

const MAX_REQUESTS = 100

/** For pages whose host only some browsers load, so that the model refuses it. */
const STAND_IN = 'https://stand-in.test'

/** @throws {TypeError} if the target or an option is invalid */
export function openClient(target: Target, options: QuestionOptions): Client {
  const extraHeaders = readExtraHeaders(options.headers ?? [])
  const { transport, base, close } = openTarget(target)
  const url = resolve(options.url ?? base, base)
  const sent = new Map<string, Exchange>()
  const responses = new Map<string, WireResponse>()

  /** The same request is sent once: the model judges its response with and without credentials. */
  async function send(request: WireRequest): Promise<WireResponse> {
    const key = keyOf(request)
    const known = responses.get(key)
    if (known !== undefined) return known
    if (new URL(request.url).host !== url.host) {
      throw new Error('the audit does not follow a redirect to another host')
    }
    if (sent.size >= MAX_REQUESTS) throw new OutOfRequests()
    const headers =
      request.method === 'OPTIONS' ? request.headers : [...request.headers, ...extraHeaders]
    const received = await transport({ ...request, headers })
    // Without the body, which CORS does not depend on, so that a hundred of them need no memory.
    const response = { status: received.status, headers: received.headers }
    responses.set(key, response)
    return response
  }

  async function ask(question: Question): Promise<Answer> {
    options.signal?.throwIfAborted()
    if (sent.size >= MAX_REQUESTS) throw new OutOfRequests()
    const { origin, credentials = false, preflightFor } = question
    const pageOrigin = origin === 'null' || isSerializedOrigin(origin ?? '') ? origin : STAND_IN
    const rename = (headers: HeaderList, from: string | null, to: string | null): Header[] =>
      headers.map(([name, value]) => [name, value === from && to !== null ? to : value])

    const page = createPage(
      async (request: WireRequest) => {
        if (preflightFor !== undefined && request.method !== 'OPTIONS') return SHARED(pageOrigin)
        const real = { ...request, headers: rename(request.headers, pageOrigin, origin) }
        const { status, headers } = await send(real)
        return { status, headers: rename(headers, origin, pageOrigin) }
      },
      { origin: pageOrigin ?? STAND_IN },
    )
    const verdict = await page.check(question.url ?? url, {
      ...preflightFor,
      // Without CORS, so without Origin.
      mode: origin === null ? 'no-cors' : 'cors',
      credentials: credentials ? 'include' : 'omit',
    })
    const exchanges = verdict.exchanges
      .filter(({ kind }) => preflightFor === undefined || kind === 'preflight')
      .map(({ kind, request, response }) => ({
        kind,
        request: { ...request, headers: rename(request.headers, pageOrigin, origin) },
        response: response && {
          ...response,
          headers: rename(response.headers, pageOrigin, origin),
        },
      }))
    for (const exchange of exchanges) {
      const key = keyOf(exchange.request)
      if (!sent.has(key)) sent.set(key, exchange)
    }
    if (sent.size === 1 && verdict.outcome === 'blocked' && verdict.code === 'no-answer') {
      throw new UnreachableError(url.href, verdict.message)
    }
    return { origin, verdict, exchanges }
  }

  return { url, ask, exchanges: () => [...sent.values()], close }
}

function SHARED(origin: string | null): WireResponse {
  return {
    status: 200,
    headers: [
      ['Access-Control-Allow-Origin', String(origin)],
      ['Access-Control-Allow-Credentials', 'true'],
    ],
  }
}

function keyOf({ method, url, headers }: WireRequest): string {
  return JSON.stringify([method, url, headers])
}

function resolve(url: string | URL, base: string): URL {
  const resolved = new URL(url, base)
  resolved.hash = ''
  return resolved
}
