import { isRejected } from '../policy/decide/enforce.js'
import type { Engine } from '../policy/decide/engine.js'
import { isThenable } from '../policy/decide/first-answer.js'
import { joinLines, ParsedRequest } from '../policy/decide/parsed-request.js'
import type { Decision } from '../policy/decision.js'
import { type Deadline, isOver, startDeadline, withDeadline } from './app-functions/deadline.js'
import { toWarning } from './app-functions/to-error.js'
import { DEBUGGING, writeDenial } from './debug-log.js'
import { endRejected } from './rejection.js'
import type { HttpRequest, HttpResponse } from './response-headers.js'
import { appendVary, endPreflight, setHeaders } from './response-headers.js'

/**
 * Applies a policy to a request: sets the headers, calls the hook, and ends the response to a
 * CORS-preflight request.
 * @param deadline of the request, if it has already waited
 * @returns whether the response has ended; a promise if an origin function does not answer at once
 * @throws what the origin function or the hook throws
 */
export function applyPolicy(
  engine: Engine,
  req: HttpRequest,
  res: HttpResponse,
  deadline?: Deadline,
): boolean | Promise<boolean> {
  const lines: string | readonly string[] | undefined = req.headers.origin
  // Test doubles may have a list of one. A call would cost every request its time.
  const origin = typeof lines === 'string' ? lines : joinLines(lines)
  const originAllowed = origin === undefined || engine.allowsOrigin(origin)
  return typeof originAllowed === 'boolean'
    ? apply(engine, origin, originAllowed, req, res)
    : applyLater(engine, origin, originAllowed, req, res, deadline ?? startDeadline())
}

// A function of its own: a closure would cost every request the memory of its context.
async function applyLater(
  engine: Engine,
  origin: string | undefined,
  originAllowed: Promise<boolean>,
  req: HttpRequest,
  res: HttpResponse,
  deadline: Deadline,
): Promise<boolean> {
  const allowed = await withDeadline(originAllowed, res, deadline)
  return isOver(res) || apply(engine, origin, allowed, req, res)
}

function apply(
  engine: Engine,
  origin: string | undefined,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
): boolean {
  const rejected =
    engine.enforce === true && isRejected(req.method, req.headers, origin, originAllowed)
  // While a function took its time, something else, such as a timeout, may have sent a response.
  // A rejected request still does not run.
  if (res.headersSent) return rejected
  if (rejected) return applyRejection(engine, originAllowed, req, res)
  if (req.method === 'OPTIONS') {
    const request = new ParsedRequest(req.method, req.headers)
    if (request.kind === 'preflight')
      return applyPreflight(engine, request, originAllowed, req, res)
  }
  const templates = origin === undefined ? engine.responses['non-cors'] : engine.responses.cors
  const template = originAllowed ? templates.allowed : templates.denied
  // Before the other headers: looking for a header is faster before any is set.
  appendVary(res, template.varyValue)
  const { allowCredentials, exposeHeaders } = template
  const allowOrigin = template.reflectsOrigin ? origin : template.allowOrigin
  if (allowOrigin !== undefined) res.setHeader('Access-Control-Allow-Origin', allowOrigin)
  if (allowCredentials !== undefined) {
    res.setHeader('Access-Control-Allow-Credentials', allowCredentials)
  }
  if (exposeHeaders !== undefined) res.setHeader('Access-Control-Expose-Headers', exposeHeaders)
  if (isObserved(engine) && (origin !== undefined || isReported(engine, req))) {
    tell(engine, decisionOn(engine, originAllowed, req), req, res)
  }
  return false
}

function applyPreflight(
  engine: Engine,
  request: ParsedRequest,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
): boolean {
  const { allowed, denied } = engine.responses.preflight
  const template = originAllowed ? allowed : denied
  const headers = engine.headersOf(template, request)
  const { origin, preflightContinue, optionsSuccessStatus } = engine.options
  if (preflightContinue || origin === false) {
    appendVary(res, template.varyValue)
    setHeaders(res, headers)
    if (isObserved(engine)) tell(engine, engine.decide(request, originAllowed), req, res)
    return false
  }
  if (isObserved(engine)) {
    try {
      tell(engine, engine.decide(request, originAllowed), req, res)
    } catch (error) {
      // So that the page can read the error response.
      appendVary(res, template.varyValue)
      setHeaders(res, headers)
      throw error
    }
  }
  endPreflight(res, optionsSuccessStatus, template, headers)
  return true
}

function applyRejection(
  engine: Engine,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
): boolean {
  const decision = decisionOn(engine, originAllowed, req)
  if (isObserved(engine)) tell(engine, decision, req, res)
  return decision.rejected && endRejected(decision, req, res)
}

/** Whether a request without `Origin` would be rejected. */
function isReported({ enforce }: Engine, { method, headers }: HttpRequest): boolean {
  return enforce === 'report' && isRejected(method, headers, undefined, true)
}

function isObserved({ onDecision }: Engine): boolean {
  return onDecision !== undefined || DEBUGGING
}

function decisionOn(engine: Engine, originAllowed: boolean, req: HttpRequest): Decision {
  return engine.decide(new ParsedRequest(req.method, req.headers), originAllowed)
}

/** Tells the hook and the debug log about a decision. */
function tell(engine: Engine, decision: Decision, req: HttpRequest, res: HttpResponse): void {
  writeDenial(engine, decision, req, res)
  const returned: unknown = engine.onDecision?.(decision, req)
  // A hook may be an async function. `next` has run before it fails, so a warning is what is left.
  if (isThenable(returned)) returned.then(undefined, warn)
}

function warn(reason: unknown): void {
  process.emitWarning(toWarning(reason, 'onDecision'))
}
