import type { Engine } from '../policy/decide/engine.js'
import { isThenable } from '../policy/decide/first-answer.js'
import { ParsedRequest } from '../policy/decide/parsed-request.js'
import { type Deadline, isOver, startDeadline, withDeadline } from './deadline.js'
import { DEBUGGING, writeDenial } from './debug-log.js'
import { toError } from './failure.js'
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
  const { origin } = req.headers
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
  // While a function took its time, something else, such as a timeout, may have sent a response.
  if (res.headersSent) return false
  if (req.method === 'OPTIONS') {
    const request = new ParsedRequest(req.method, req.headers)
    if (request.kind === 'preflight')
      return applyPreflight(engine, request, originAllowed, req, res)
  }
  const templates = origin === undefined ? engine.responses['non-cors'] : engine.responses.cors
  const template = originAllowed ? templates.allowed : templates.denied
  // Before the other headers: looking for a header is faster while there are none.
  appendVary(res, template.varyValue)
  const { allowCredentials, exposeHeaders } = template
  const allowOrigin = template.reflectsOrigin ? origin : template.allowOrigin
  if (allowOrigin !== undefined) res.setHeader('Access-Control-Allow-Origin', allowOrigin)
  if (allowCredentials !== undefined) {
    res.setHeader('Access-Control-Allow-Credentials', allowCredentials)
  }
  if (exposeHeaders !== undefined) res.setHeader('Access-Control-Expose-Headers', exposeHeaders)
  if (origin !== undefined && isObserved(engine)) observe(engine, originAllowed, req, res)
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
    if (isObserved(engine)) observe(engine, originAllowed, req, res)
    return false
  }
  if (isObserved(engine)) {
    try {
      observe(engine, originAllowed, req, res)
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

function isObserved({ onDecision }: Engine): boolean {
  return onDecision !== undefined || DEBUGGING
}

/** Tells the hook and the debug log of the decision on a CORS request. */
function observe(
  engine: Engine,
  originAllowed: boolean,
  req: HttpRequest,
  res: HttpResponse,
): void {
  const decision = engine.decide(new ParsedRequest(req.method, req.headers), originAllowed)
  writeDenial(decision, req, res)
  const returned: unknown = engine.onDecision?.(decision, req)
  // A hook may be an async function. `next` has run before it fails, so a warning is what is left.
  if (isThenable(returned)) returned.then(undefined, warn)
}

function warn(reason: unknown): void {
  process.emitWarning(toError(reason, 'onDecision'))
}
