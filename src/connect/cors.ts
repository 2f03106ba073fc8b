import { ask } from '../policy/decide/first-answer.js'
import type { Engine } from '../policy/decide/engine.js'
import type {
  AnyOptions,
  CheckedOptions,
  CorsOptions,
  OptionsWithoutOrigin,
  OriginOption,
} from '../policy/options.js'
import type { Policy } from '../policy/policy.js'
import { withDeadline } from './deadline.js'
import type { HttpRequest, HttpResponse } from './http-message.js'
import { hasCorsHeaders, removeCorsHeaders } from './response-headers.js'
import { type Next, serve } from './apply-policy.js'
import { type CorsDelegate, engineFrom, engineFromAnswer, isAnswerOf, required } from './source.js'

/** What `cors()` takes: options, a policy, or a function that chooses one per request. */
export type CorsSource = CorsOptions | Policy | CorsDelegate

/** Middleware for Express, Connect, `node:http` and the compatibility API of `node:http2`. */
export interface CorsMiddleware {
  /**
   * Sets the CORS headers and calls `next`, or answers a CORS-preflight request.
   * @returns a promise where a function does not answer at once; it rejects only with what `next`
   *   throws
   */
  (req: HttpRequest, res: HttpResponse, next: Next): void | Promise<void>
  /**
   * Replaces the policy from the next request on.
   * @throws CorsConfigError, and the policy stays as it was; without a source too
   */
  update(source: CorsSource): void
}

/**
 * Makes CORS middleware.
 *
 * @param source options, a `Policy`, or a function `(req) => options | policy` that may also promise
 *   or call back; none mean any origin without credentials
 * @throws CorsConfigError naming every problem of the options
 */
export function cors<const Origin extends OriginOption, Credentials extends boolean>(
  options: CheckedOptions<Origin, Credentials>,
): CorsMiddleware
export function cors(source?: OptionsWithoutOrigin | Policy | CorsDelegate): CorsMiddleware
export function cors<Source extends CorsSource>(source: Source & AnyOptions<Source>): CorsMiddleware
export function cors(source?: CorsSource): CorsMiddleware {
  let current = compile(source)

  function corsMiddleware(req: HttpRequest, res: HttpResponse, next: Next): void | Promise<void> {
    if (res.headersSent) return next()
    // Before anything is asked: where a function fails, the outer policy must not stand in for it.
    if (hasCorsHeaders(res)) removeCorsHeaders(res)
    return typeof current === 'function'
      ? serveDelegated(current, req, res, next)
      : serve(current, req, res, next)
  }

  return Object.assign(corsMiddleware, {
    update(replacement: CorsSource) {
      const expected = 'options, a policy or a function for update()'
      current = compile(required(replacement, expected, '{ origin: "https://app.example.com" }'))
    },
  })
}

/** Asks for the options or the policy of a request; a promise where they do not come at once. */
type AskDelegate = (req: HttpRequest) => unknown

function compile(source: CorsSource | undefined): Engine | AskDelegate {
  if (typeof source !== 'function') return engineFrom(source)
  const isAnswer = isAnswerOf(source)
  return (req) => ask((callback) => source(req, callback), isAnswer)
}

function serveDelegated(
  askDelegate: AskDelegate,
  req: HttpRequest,
  res: HttpResponse,
  next: Next,
): void | Promise<void> {
  let engine: Engine
  try {
    const answer = askDelegate(req)
    if (answer instanceof Promise) return serveDelegatedLater(answer, req, res, next)
    engine = engineFromAnswer(answer)
  } catch (error) {
    return next(error)
  }
  return serve(engine, req, res, next)
}

async function serveDelegatedLater(
  answer: Promise<unknown>,
  req: HttpRequest,
  res: HttpResponse,
  next: Next,
): Promise<void> {
  let engine: Engine
  try {
    engine = engineFromAnswer(await withDeadline(answer))
  } catch (error) {
    return next(error)
  }
  return serve(engine, req, res, next)
}
