import { readFileSync } from 'node:fs'

/** Header lines in the order in which they are sent; a name may occur more than once. */
export type HeaderLines = readonly (readonly [name: string, value: string])[]

/** What the page passes to `fetch()`. */
export interface CaseRequest {
  readonly method: string
  readonly headers?: HeaderLines
  readonly body?: string
  readonly mode?: 'no-cors'
  /** `same-origin`, the default of `fetch()`, if omitted. */
  readonly credentials?: 'omit' | 'same-origin' | 'include'
}

/** The response of the server; the status is 200 if omitted. */
export interface CaseReply {
  readonly status?: number
  readonly headers: HeaderLines
}

/** One server of a redirect chain. */
export interface CaseHop {
  readonly at: 'page' | 'api' | 'api2'
  /** `Access-Control-Allow-Origin` of every response of this hop; `null` if there is none. */
  readonly acao: string | null
  /** 302 if omitted; the last hop responds with 200. */
  readonly status?: 301 | 302 | 303 | 307 | 308
  /** `Access-Control-Allow-Headers` of the response to this hop's preflight. */
  readonly acah?: string | null
  /** Precedes the host in the `Location` that leads to this hop, its `@` included. */
  readonly userinfo?: string
}

/** One GET request of a cookie scenario. */
export interface CaseStep {
  readonly credentials: 'omit' | 'same-origin' | 'include' | null
  readonly headers?: HeaderLines
  /** `Set-Cookie` of the response. */
  readonly set?: string
  /** `Cookie` as the server receives it with the request, `null` if there is none. */
  readonly sees: string | null
  /** The same for the preflight. */
  readonly preflightSees?: string | null
}

type Engine = 'chromium' | 'firefox' | 'webkit'

interface CommonCase {
  readonly id: string
  readonly wpt: readonly string[]
  readonly basis?: string
  readonly note?: string
  /** Whether `fetch()` resolves or rejects with a `TypeError`. */
  readonly expect: 'allow' | 'deny'
  /** Chromium's name for why the case is denied. */
  readonly chromiumCorsError?: string
  /** What an engine that does not match gives instead. */
  readonly enginesDiffer?: Readonly<Partial<Record<Engine, string>>>
}

interface ExpectedOfRequest {
  readonly preflightSent?: boolean
  readonly acrm?: string
  /** `null` if `Access-Control-Request-Headers` must not be sent. */
  readonly acrh?: string | null
  /** What `headers.get()` gives the page, by header name. */
  readonly exposed?: Readonly<Record<string, string | null>>
  readonly finalOrigin?: string
  readonly preflightCount?: number
  readonly type?: 'opaque'
  readonly status?: number
}

/** A request to one server. */
export interface RequestCase extends CommonCase, ExpectedOfRequest {
  readonly request: CaseRequest
  /** The response to `OPTIONS`; the same as `response` if omitted. */
  readonly preflight?: CaseReply
  readonly response: CaseReply
  readonly context?: 'iframe sandbox=allow-scripts'
  /** How many times the request is made in a row; 1 if omitted. */
  readonly repeat?: number
}

/** A request that is led along a chain of servers. */
export interface RedirectCase extends CommonCase, ExpectedOfRequest {
  readonly request: CaseRequest
  readonly hops: readonly CaseHop[]
}

/** Requests to one server, in order, by a browser that starts without cookies. */
export interface CookieCase extends CommonCase {
  readonly steps: readonly CaseStep[]
  readonly preflight?: CaseReply
  readonly response: CaseReply
}

export type VerdictCase = RequestCase | RedirectCase | CookieCase

/** The origins that the placeholders stand for, serialized: `http://localhost:8001`. */
export interface Origins {
  /** The page's. */
  readonly page: string
  /** The cross-origin server's. */
  readonly api: string
}

interface VerdictFile {
  readonly meta: { readonly cases: number }
  readonly cases: readonly VerdictCase[]
}

const file: VerdictFile = JSON.parse(
  readFileSync(new URL('browser-verdicts.json', import.meta.url), 'utf8'),
)

/** Every case of `browser-verdicts.json`, with its placeholders. */
export const verdictCases: readonly VerdictCase[] = file.cases

/** How many cases the file says it has. */
export const verdictCaseCount: number = file.meta.cases

export function isRequestCase(verdict: VerdictCase): verdict is RequestCase {
  return 'request' in verdict && 'response' in verdict
}

export function isRedirectCase(verdict: VerdictCase): verdict is RedirectCase {
  return 'hops' in verdict
}

export function isCookieCase(verdict: VerdictCase): verdict is CookieCase {
  return 'steps' in verdict
}

/** `meta.placeholders` of the file says what each placeholder stands for. */
export function expandPlaceholders(text: string, origins: Origins, self: string): string {
  const { host, hostname } = new URL(origins.page)
  return text
    .replaceAll('{O}', origins.page)
    .replaceAll('{O^}', origins.page.toUpperCase())
    .replaceAll('{H}', host)
    .replaceAll('{H^}', host.toUpperCase())
    .replaceAll('{R}', origins.api)
    .replaceAll('{SELF}', self)
    .replaceAll('{h}', hostname)
}

/** The lines with the placeholders of their values expanded. */
export function expandHeaders(headers: HeaderLines, origins: Origins, self: string): HeaderLines {
  return headers.map(([name, value]) => [name, expandPlaceholders(value, origins, self)])
}
