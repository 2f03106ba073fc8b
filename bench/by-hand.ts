import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CorsRequest, Decision } from 'strict-cors'

/** Middleware as it is mounted. */
export type Middleware = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
) => void | Promise<void>

/** The options that the allowlists below have in common, for the packages. */
export const PREFLIGHT_OPTIONS = {
  methods: 'GET,HEAD,PUT,PATCH,POST,DELETE',
  maxAge: 600,
} as const
export const ALLOWED_HEADERS = 'Content-Type,Authorization,X-Requested-With'

const MAX_AGE = String(PREFLIGHT_OPTIONS.maxAge)
const LONGEST_ORIGIN = 300
const LONGEST_NAMES = 4096
const DEADLINE = 30_000
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/
/** At most 128 tokens; white space and empty elements are tolerated, RFC 9110 §5.6.1.2. */
const NAMES = /^[ \t,]*(?:[\w!#$%&'*+.^`|~-]+[ \t]*(?:,[ \t,]*|$)){0,128}$/

// What a developer would write who knows the policy and nothing else, with the duties that
// bench/README.md lists, as directly as they can be written.

/** Any origin. */
export const anyOrigin: Middleware = (req, res, next) => {
  if (res.headersSent) return next()
  removeOuterPolicy(res)
  if (isPreflight(req)) {
    res.writeHead(204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': PREFLIGHT_OPTIONS.methods,
    })
    res.end()
    return
  }
  res.setHeader('Access-Control-Allow-Origin', '*')
  next()
}

/** Ends the response to a preflight whose origin is allowed. */
type EndPreflight = (req: IncomingMessage, res: ServerResponse, origin: string) => void

/** Some origins. */
export function allowlist(
  isAllowed: (origin: string) => boolean,
  endPreflight: EndPreflight = endStatic,
): Middleware {
  return (req, res, next) => {
    if (res.headersSent) return next()
    removeOuterPolicy(res)
    const { origin } = req.headers
    let allowed: boolean
    try {
      allowed = origin !== undefined && origin.length <= LONGEST_ORIGIN && isAllowed(origin)
    } catch (error) {
      return next(error)
    }
    respond(req, res, next, allowed ? origin : undefined, endPreflight)
  }
}

/** A function of the app decides, by a boolean. */
export function originFunction(isAllowed: (origin: string) => boolean): Middleware {
  return allowlist((origin) => ORIGIN.test(origin) && isAllowed(origin))
}

/** A function of the app decides, by a promise, which may never settle. */
export function originPromise(isAllowed: (origin: string) => Promise<boolean>): Middleware {
  return (req, res, next) => {
    if (res.headersSent) return next()
    removeOuterPolicy(res)
    const { origin } = req.headers
    if (origin === undefined || origin.length > LONGEST_ORIGIN || !ORIGIN.test(origin)) {
      return respond(req, res, next, undefined, endStatic)
    }
    return withDeadline(isAllowed(origin), res).then((allowed) => {
      if (res.headersSent) next()
      else respond(req, res, next, allowed ? origin : undefined, endStatic)
    }, next)
  }
}

/** Static lists. Without a header set before, `writeHead` sends its headers as they are. */
const endStatic: EndPreflight = (_req, res, origin) => {
  res.writeHead(204, {
    Vary: extendedVary(res),
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': PREFLIGHT_OPTIONS.methods,
    'Access-Control-Allow-Headers': ALLOWED_HEADERS,
    'Access-Control-Max-Age': MAX_AGE,
  })
  res.end()
}

/** The header names that are asked for. */
export const endReflecting: EndPreflight = ({ headers }, res, origin) => {
  const { 'access-control-request-headers': names = '' } = headers
  const vary = res.hasHeader('vary')
    ? `${extendedVary(res)}, Access-Control-Request-Headers`
    : 'Origin, Access-Control-Request-Headers'
  const head: Record<string, string> = {
    Vary: vary,
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': PREFLIGHT_OPTIONS.methods,
    'Access-Control-Max-Age': MAX_AGE,
  }
  if (areNames(names)) head['Access-Control-Allow-Headers'] = names
  res.writeHead(204, head)
  res.end()
}

/** What `policy.evaluate()` returns for requests that are allowed; `null` for others. */
export function evaluate(
  isAllowed: (origin: string) => boolean,
): (request: CorsRequest) => Decision | null {
  const vary = Object.freeze(['Origin'])
  return ({ method, headers }) => {
    const { origin } = headers
    if (typeof origin !== 'string' || origin.length > LONGEST_ORIGIN) return null
    if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) return null
    if (!isAllowed(origin)) return null
    const own = Object.freeze({ 'Access-Control-Allow-Origin': origin })
    return Object.freeze({ kind: 'cors', allowed: true, rejected: false, headers: own, vary })
  }
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  )
}

function removeOuterPolicy(res: ServerResponse): void {
  if (
    !res.hasHeader('access-control-allow-origin') &&
    !res.hasHeader('access-control-allow-credentials')
  ) {
    return
  }
  for (const name of res.getHeaderNames()) {
    if (name.startsWith('access-control-')) res.removeHeader(name)
  }
}

/** @param origin the request's origin, if it is allowed */
function respond(
  req: IncomingMessage,
  res: ServerResponse,
  next: () => void,
  origin: string | undefined,
  endPreflight: EndPreflight,
): void {
  if (isPreflight(req)) {
    if (origin !== undefined) endPreflight(req, res, origin)
    else {
      res.writeHead(204, { Vary: extendedVary(res) })
      res.end()
    }
    return
  }
  res.setHeader('Vary', extendedVary(res))
  if (origin !== undefined) res.setHeader('Access-Control-Allow-Origin', origin)
  next()
}

function extendedVary(res: ServerResponse): string {
  const vary = res.getHeader('vary')
  // Joined before, if it is known: a string that is joined per request takes longer to send.
  if (vary === undefined) return 'Origin'
  if (vary === 'Accept-Encoding') return 'Accept-Encoding, Origin'
  return /\*|\borigin\b/i.test(String(vary)) ? String(vary) : `${vary}, Origin`
}

function areNames(value: string): boolean {
  return value.length <= LONGEST_NAMES && NAMES.test(value)
}

function withDeadline<T>(promise: Promise<T>, res: ServerResponse): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      clearTimeout(timer)
      res.off('close', abandon)
      how()
    }
    const abandon = () => settle(() => reject(new Error('no answer in time')))
    const timer = setTimeout(abandon, DEADLINE)
    res.on('close', abandon)
    promise.then(
      (answer) => settle(() => resolve(answer)),
      (error) => settle(() => reject(error)),
    )
  })
}
