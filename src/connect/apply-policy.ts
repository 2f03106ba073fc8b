import type { Engine } from '../policy/decide/engine.js'
import { Received } from '../policy/decide/parsed-request.js'
import { withDeadline } from './deadline.js'
import { DEBUGGING, debug } from './debug-log.js'
import type { HttpRequest, HttpResponse } from './http-message.js'
import { appendVary, endPreflight, setHeaders } from './response-headers.js'

/** Continues with the next handler, or with the error handlers. */
export type Next = (error?: unknown) => void

/** Applies a policy to a request: answers a CORS-preflight request, and calls `next` for others. */
export function serve(
  engine: Engine,
  req: HttpRequest,
  res: HttpResponse,
  next: Next,
): void | Promise<void> {
  const origin = engine.readsOrigin ? req.headers.origin : undefined
  let originAllowed: boolean | Promise<boolean>
  try {
    originAllowed = origin === undefined || engine.allowsOrigin(origin)
  } catch (error) {
    return next(error)
  }
  return typeof originAllowed === 'boolean'
    ? answer(engine, origin, originAllowed, req, res, next)
    : answerLater(engine, origin, originAllowed, req, res, next)
}

async function answerLater(
  engine: Engine,
  origin: string | undefined,
  originAllowed: Promise<boolean>,
  req: HttpRequest,
  res: HttpResponse,
  next: Next,
): Promise<void> {
  let allowed: boolean
  try {
    allowed = await withDeadline(originAllowed)
  } catch (error) {
    return next(error)
  }
  return answer(engine, origin, allowed, req, res, next)
}

function answer(
  engine: Engine,
  origin: string | undefined,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
  next: Next,
): void {
  let ended: boolean
  try {
    ended = apply(engine, origin, originAllowed, req, res)
  } catch (error) {
    next(error)
    return
  }
  // Outside the try, so that what `next` throws is not handed to `next` again.
  if (!ended) next()
}

/** Sets the headers, calls the hook, and ends the answer to a preflight; tells whether it did. */
function apply(
  engine: Engine,
  origin: string | undefined,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
): boolean {
  // A function that took its time may find the request answered, by a timeout for one.
  if (res.headersSent) return false
  if (req.method === 'OPTIONS') {
    const received = new Received(req.method, req.headers)
    if (received.kind === 'preflight') {
      return applyPreflight(engine, received, originAllowed, req, res)
    }
  }
  const answers = origin === undefined ? engine.answers['non-cors'] : engine.answers.cors
  const answer = originAllowed ? answers.allowed : answers.denied
  // Before the others: looking for a header costs less where there is none.
  appendVary(res, answer)
  const { allowCredentials, exposeHeaders } = answer
  const allowOrigin = answer.reflectsOrigin ? origin : answer.allowOrigin
  if (allowOrigin !== undefined) res.setHeader('Access-Control-Allow-Origin', allowOrigin)
  if (allowCredentials !== undefined) {
    res.setHeader('Access-Control-Allow-Credentials', allowCredentials)
  }
  if (exposeHeaders !== undefined) res.setHeader('Access-Control-Expose-Headers', exposeHeaders)
  if (origin !== undefined && isObserved(engine)) observe(engine, originAllowed, req)
  return false
}

function applyPreflight(
  engine: Engine,
  received: Received,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
): boolean {
  const { allowed, denied } = engine.answers.preflight
  const answer = originAllowed ? allowed : denied
  const headers = engine.headersOf(answer, received)
  const { origin, preflightContinue, optionsSuccessStatus } = engine.options
  if (preflightContinue || origin === false) {
    appendVary(res, answer)
    setHeaders(res, headers)
    if (isObserved(engine)) observe(engine, originAllowed, req)
    return false
  }
  if (isObserved(engine)) {
    try {
      observe(engine, originAllowed, req)
    } catch (error) {
      // The page shall be able to read what the error handlers answer.
      appendVary(res, answer)
      setHeaders(res, headers)
      throw error
    }
  }
  endPreflight(res, optionsSuccessStatus, answer, headers)
  return true
}

function isObserved({ options }: Engine): boolean {
  return options.onDecision !== undefined || DEBUGGING
}

/** Tells the hook and the debug log of the decision on a CORS request. */
function observe(engine: Engine, originAllowed: boolean, req: HttpRequest): void {
  const { onDecision } = engine.options
  const decision = engine.decide(new Received(req.method, req.headers), originAllowed)
  if (decision.denial) debug('[%s] %s', decision.denial.code, decision.denial.message)
  const returned: unknown = onDecision?.(decision, req)
  // A hook may be an async function. `next` has run before it fails, so a warning is what is left.
  if (returned instanceof Promise) returned.catch((error) => process.emitWarning(toError(error)))
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(`onDecision failed: ${String(reason)}`)
}
