import type { IncomingMessage, ServerResponse } from 'node:http'

/** Middleware as it is mounted. */
export type Middleware = (
  req: IncomingMessage,
  res: ServerResponse,
  next: () => void,
) => void | Promise<void>

export const METHODS = 'GET,HEAD,PUT,PATCH,POST,DELETE'
export const ALLOWED_HEADERS = 'Content-Type,Authorization,X-Requested-With'
export const EXPOSED_HEADERS = 'ETag,X-Request-Id'
export const MAX_AGE = '600'

// Each function is what a developer would write by hand who knows the policy and nothing else, in
// the form that measured fastest.

/** Any origin. */
export const anyOrigin: Middleware = (_req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*')
  next()
}

/** Some origins. */
export function exactOrigins(origins: ReadonlySet<string>): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    res.setHeader('Vary', 'Origin')
    if (origin !== undefined && origins.has(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin)
    }
    next()
  }
}

/**
 * Some origins, with what middleware owes an app that it does not know: it leaves an answer alone
 * that is already sent, removes the headers of a policy before it, tells preflights from other
 * requests, hashes nothing long, keeps `Vary`, and sets nothing before it knows the outcome.
 */
export function dutifulExactOrigins(origins: ReadonlySet<string>): Middleware {
  const preflight = staticPreflight(origins)
  return (req, res, next) => {
    if (res.headersSent) return next()
    if (
      res.hasHeader('access-control-allow-origin') ||
      res.hasHeader('access-control-allow-credentials')
    ) {
      for (const name of res.getHeaderNames()) {
        if (name.startsWith('access-control-')) res.removeHeader(name)
      }
    }
    if (isPreflight(req)) return preflight(req, res, next)
    const { origin } = req.headers
    const allowed = origin !== undefined && origin.length <= 300 && origins.has(origin)
    const vary = res.getHeader('vary')
    res.setHeader('Vary', vary === undefined ? 'Origin' : `${vary}, Origin`)
    if (allowed) res.setHeader('Access-Control-Allow-Origin', origin)
    next()
  }
}

/** Some origins, with credentials and exposed headers. */
export function withCredentials(origins: ReadonlySet<string>): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    res.setHeader('Vary', 'Origin')
    if (origin !== undefined && origins.has(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin)
      res.setHeader('Access-Control-Allow-Credentials', 'true')
      res.setHeader('Access-Control-Expose-Headers', EXPOSED_HEADERS)
    }
    next()
  }
}

/** Some origins, in an app that has mostly set `Vary: Accept-Encoding` before. */
export function afterVary(origins: ReadonlySet<string>): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    const vary = res.getHeader('vary')
    // Joined before, as strings go: one that is joined per request takes longer to send.
    res.setHeader(
      'Vary',
      vary === 'Accept-Encoding'
        ? 'Accept-Encoding, Origin'
        : vary === undefined
          ? 'Origin'
          : `${vary}, Origin`,
    )
    if (origin !== undefined && origins.has(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin)
    }
    next()
  }
}

/** A preflight, static lists. Where no header is set before, `writeHead` takes them as they are. */
export function staticPreflight(origins: ReadonlySet<string>): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    if (!isPreflight(req)) next()
    else if (origin !== undefined && origins.has(origin)) {
      res.writeHead(204, {
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Max-Age': MAX_AGE,
      })
      res.end()
    } else {
      res.writeHead(204, { Vary: 'Origin' })
      res.end()
    }
  }
}

/** A preflight that allows the headers it asks for, unseen. */
export function reflectingPreflight(origins: ReadonlySet<string>): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    if (!isPreflight(req)) next()
    else if (origin !== undefined && origins.has(origin)) {
      res.writeHead(204, {
        Vary: 'Origin, Access-Control-Request-Headers',
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': req.headers['access-control-request-headers'],
        'Access-Control-Max-Age': MAX_AGE,
      })
      res.end()
    } else {
      res.writeHead(204, { Vary: 'Origin, Access-Control-Request-Headers' })
      res.end()
    }
  }
}

/** Some origins, with credentials; requests and preflights. */
export function requestsAndPreflights(origins: ReadonlySet<string>): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    const allowed = origin !== undefined && origins.has(origin)
    if (isPreflight(req)) {
      if (allowed) {
        res.writeHead(204, {
          Vary: 'Origin',
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': METHODS,
          'Access-Control-Allow-Headers': ALLOWED_HEADERS,
          'Access-Control-Max-Age': MAX_AGE,
        })
      } else res.writeHead(204, { Vary: 'Origin' })
      res.end()
      return
    }
    res.setHeader('Vary', 'Origin')
    if (allowed) {
      res.setHeader('Access-Control-Allow-Origin', origin)
      res.setHeader('Access-Control-Allow-Credentials', 'true')
    }
    next()
  }
}

/** One of two policies, chosen by the path. */
export function chosenByPath(origins: ReadonlySet<string>): Middleware {
  const listed = exactOrigins(origins)
  return (req, res, next) =>
    req.url?.startsWith('/admin') ? listed(req, res, next) : anyOrigin(req, res, next)
}

/** A function that answers at once. */
export function originFunction(isAllowed: (origin: string) => boolean): Middleware {
  return (req, res, next) => {
    const { origin } = req.headers
    res.setHeader('Vary', 'Origin')
    if (origin !== undefined && isAllowed(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin)
    }
    next()
  }
}

/** A function that promises its answer. */
export function originPromise(isAllowed: (origin: string) => Promise<boolean>): Middleware {
  return async (req, res, next) => {
    const { origin } = req.headers
    res.setHeader('Vary', 'Origin')
    if (origin !== undefined && (await isAllowed(origin))) {
      res.setHeader('Access-Control-Allow-Origin', origin)
    }
    next()
  }
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}
