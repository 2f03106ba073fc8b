import { fromCallOf } from '../policy/config/issues/config-error.js'
import { policyOf } from '../policy/create-policy.js'
import type { Engine } from '../policy/decide/engine.js'
import type { CorsRequest } from '../policy/decision.js'
import type { AnyOptions } from '../policy/option-mistakes.js'
import type {
  CheckedOptions,
  CorsOptions,
  LooseOptions,
  OriginOption,
  PublicOptions,
} from '../policy/options.js'
import type { Policy } from '../policy/policy.js'
import { isOver, startDeadline, withDeadline } from './app-functions/deadline.js'
import { type CorsDelegate, type CorsOptionsDelegate, Delegate } from './app-functions/delegate.js'
import { toError } from './app-functions/to-error.js'
import { applyPolicy } from './apply-policy.js'
import {
  appendVary,
  type HttpRequest,
  type HttpResponse,
  hasCorsHeaders,
  removeCorsHeaders,
} from './response-headers.js'
import {
  assertGiven,
  assertNoMiddleware,
  assertNoRequest,
  assertOrigin,
  compileSource,
} from './source.js'

/** Continues with the next handler, or with the error handlers. */
export type Next = (error?: unknown) => void

/** What `cors()` takes: options, a policy, or a function that chooses one per request. */
export type CorsSource = CorsOptions | Policy | CorsDelegate

/**
 * With a type argument, as in `cors<cors.CorsRequest>()`, the types are those of `@types/cors`. Without
 * one, `cors({})` should complete options only.
 */
type SourceFor<Request> = [Request] extends [never]
  ? PublicOptions
  : CorsOptions | Policy | CorsOptionsDelegate<Request>

/** A policy or a function, or options whose `origin` is not known at compile time. */
type AnySource<Source> = [Source] extends [Policy | CorsDelegate]
  ? Source
  : AnyOptions<Source, Policy | CorsDelegate>

/** Middleware for Express, Connect, `node:http` and the compatibility API of `node:http2`. */
export interface CorsMiddleware {
  /**
   * Sets the CORS headers and calls `next`, or ends the response to a CORS-preflight request.
   * @returns a promise if a function does not answer at once; it rejects only with what `next`
   *   throws
   */
  (req: HttpRequest, res: HttpResponse, next: Next): void | Promise<void>
  /**
   * Replaces the policy from the next request on.
   * @param source as for `cors()`, but options must name an `origin`: a value that nobody has set must
   *   not mean everybody
   * @throws CorsConfigError, and the policy stays as it was
   */
  update(source: CorsSource): void
  /** The policy in force; `undefined` if a function chooses one per request. */
  readonly policy: Policy | undefined
}

/**
 * Makes CORS middleware for Express, Connect and `node:http`.
 *
 * @example
 * app.use(cors({ origin: ['https://app.example.com', 'http://localhost:*'] }))
 *
 * @param source options, a `Policy`, or a function `(req) => options | policy` that may also return a
 *   promise or call back. If omitted, every origin may read, without credentials.
 * @throws CorsConfigError with every problem of the options and its fix
 */
export function cors<const Origin extends OriginOption>(
  options: CheckedOptions<Origin>,
): CorsMiddleware
export function cors<Request extends CorsRequest = never>(
  source?: SourceFor<Request>,
): CorsMiddleware
export function cors<const Source extends CorsSource | LooseOptions | undefined>(
  source: AnySource<Source>,
): CorsMiddleware
export function cors(source?: CorsSource): CorsMiddleware {
  let current = fromCallOf(cors, () => compile(source))

  function corsMiddleware(req: HttpRequest, res: HttpResponse, next: Next): void | Promise<void> {
    let ended: boolean | Promise<boolean>
    try {
      ended = decide(current, req, res)
    } catch (error) {
      return next(failed(res, error))
    }
    // Outside the try, so that what `next` throws is not handed to `next` again.
    if (typeof ended === 'boolean') return ended ? undefined : next()
    return ended.then(
      (late) => (late ? undefined : next()),
      (error) => (isOver(res) ? undefined : next(failed(res, error))),
    )
  }

  function update(replacement: CorsSource): void {
    current = fromCallOf(update, () => {
      assertGiven(replacement, 'options, a policy or a function for update()', UPDATE_FIX)
      assertOrigin(replacement)
      return compile(replacement)
    })
  }

  return Object.defineProperties(Object.assign(corsMiddleware, { update, policy: undefined }), {
    policy: { get: () => (current instanceof Delegate ? undefined : policyOf(current)) },
  })
}

/** The types under the names of `@types/cors`: `cors.CorsOptions`. */
export declare namespace cors {
  export type { CorsOptions, CorsOptionsDelegate, CorsRequest }
}

const UPDATE_FIX = '{ origin: "https://app.example.com" }'

function compile(source: CorsSource | undefined): Engine | Delegate {
  if (typeof source !== 'function') {
    assertNoRequest(source)
    return compileSource(source)
  }
  assertNoMiddleware(source)
  return new Delegate(source)
}

/** @returns whether the response has ended */
function decide(
  policy: Engine | Delegate,
  req: HttpRequest,
  res: HttpResponse,
): boolean | Promise<boolean> {
  if (res.headersSent) return false
  // Before anything is asked: if a function fails, the outer policy must not apply in its place.
  if (hasCorsHeaders(res)) removeCorsHeaders(res)
  return policy instanceof Delegate
    ? applyDelegate(policy, req, res)
    : applyPolicy(policy, req, res)
}

function applyDelegate(
  delegate: Delegate,
  req: HttpRequest,
  res: HttpResponse,
): boolean | Promise<boolean> {
  // What the function reads cannot be known, and a shared cache must not hand one page's response to
  // another.
  appendVary(res, 'Origin')
  const answer = delegate.ask(req)
  return answer instanceof Promise
    ? applyAnswerLater(delegate, answer, req, res)
    : applyPolicy(delegate.compileAnswer(answer, req), req, res)
}

async function applyAnswerLater(
  delegate: Delegate,
  answer: Promise<unknown>,
  req: HttpRequest,
  res: HttpResponse,
): Promise<boolean> {
  const deadline = startDeadline()
  const engine = delegate.compileAnswer(await withDeadline(answer, res, deadline), req)
  return isOver(res) || applyPolicy(engine, req, res, deadline)
}

/** The error for `next`. An error response can depend on who asked, so caches are told. */
function failed(res: HttpResponse, reason: unknown): Error {
  try {
    if (!res.headersSent) appendVary(res, 'Origin')
  } catch {
    // If this fails too, the first error is the one to report.
  }
  return toError(reason, 'a function given to cors()')
}
