import { denialLine } from '../policy/decide/denial/explain.js'
import type { Engine } from '../policy/decide/engine.js'
import type { Decision } from '../policy/decision.js'
import { openLog } from './open-log.js'
import type { HttpRequest, HttpResponse } from './response-headers.js'

/** The log of Node for this package; `undefined` if nobody has asked for any log. */
const LOG = process.env.NODE_DEBUG ? openLog() : undefined

/**
 * Whether lines are written, with `NODE_DEBUG=strict-cors`. A constant: Node reads `NODE_DEBUG` when
 * it starts, and never again.
 */
export const DEBUGGING = LOG?.enabled ?? false

const ADVISED = new WeakSet<Engine>()

/** The line about the last decision on each response; `null` if it allowed the request. */
const LINES = new WeakMap<HttpResponse, string | null>()

/** Writes the advice on the options of an engine, the first time that it is seen. */
export function writeAdvice(engine: Engine): void {
  if (engine.warnings.length === 0 || ADVISED.has(engine)) return
  ADVISED.add(engine)
  for (const { code, path, message, fix } of engine.warnings)
    debug('%s: %s [%s] → %s', path, message, code, fix)
}

/**
 * Writes the denial of a request when its response closes: until then the policy of a route can
 * replace the decision, and a refusal that no page has met would mislead.
 */
export function writeDenial(
  { enforce }: Engine,
  decision: Decision,
  req: HttpRequest,
  res: HttpResponse,
): void {
  if (!DEBUGGING) return
  const line = decision.allowed ? null : denialLine(decision, enforce, req.method, urlOf(req))
  // A response made by hand, for a test, may have no events.
  if (typeof res.once !== 'function') {
    writeLine(line)
    return
  }
  if (!LINES.has(res)) res.once('close', () => writeLine(LINES.get(res)))
  LINES.set(res, line)
}

function writeLine(line: string | null | undefined): void {
  if (line) debug('%s', line)
}

/** The URL as it came in: a router of Express shortens `url`. */
function urlOf(req: HttpRequest): string | undefined {
  return 'originalUrl' in req && typeof req.originalUrl === 'string' ? req.originalUrl : req.url
}

/** Writes a line to stderr with `NODE_DEBUG=strict-cors`. */
export function debug(format: string, ...values: readonly string[]): void {
  LOG?.(format, ...values)
}
