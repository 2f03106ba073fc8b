import { getHeader } from '../../fetch/header-list.js'
import { isLoopback } from '../../fetch/loopback.js'
import { normalizeMethod } from '../../fetch/method.js'
import { parseSerializedOrigin } from '../../fetch/origin.js'
import type { BlockedCode } from '../algorithms/blocked-facts.js'
import type { BlockedVerdict } from './verdict.js'

/** What the fix depends on. */
interface Asked {
  readonly origin: string
  readonly method: string
  readonly headers: readonly unknown[]
  readonly credentials: boolean
}

/** What the middleware fixes if it handles this request. */
const MIDDLEWARE_FIXES: ReadonlySet<BlockedCode> = new Set<BlockedCode>([
  'allow-origin-missing',
  'allow-origin-multiple',
  'allow-origin-invalid',
  'allow-origin-mismatch',
  'allow-origin-wildcard-with-credentials',
  'allow-credentials-not-true',
  'preflight-redirected',
  'preflight-status-not-ok',
  'allow-methods-invalid',
  'allow-headers-invalid',
  'method-not-in-allow-methods',
  'header-not-in-allow-headers',
  'authorization-under-wildcard',
])

/** The middleware may be in use, with other origins. */
const ORIGIN_CODES: ReadonlySet<BlockedCode> = new Set<BlockedCode>([
  'allow-origin-missing',
  'allow-origin-mismatch',
])

/** What the option `methods` has by default. */
const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE']

/**
 * The line of code with which this package lets the request in, and what to know about it. Empty if
 * the middleware cannot change the outcome.
 */
export function optionsFix(plan: Asked, { code, exchanges }: BlockedVerdict): string[] {
  if (!MIDDLEWARE_FIXES.has(code)) return []
  const sent = exchanges.map(({ request }) => getHeader(request.headers, 'Origin'))
  if (plan.origin !== 'null' && sent[sent.length - 1] === 'null') {
    return [
      'After a redirect to another origin, browsers send Origin: null. Have the page request the final URL.',
    ]
  }
  if (plan.origin === 'null' && plan.credentials) {
    return [
      'Give the page an origin of its own: every sandboxed page and every file has the origin null.',
    ]
  }
  const method = normalizeMethod(plan.method)
  if (method !== method.toUpperCase()) {
    return [`Have the page send ${method.toUpperCase()}: methods are case-sensitive.`]
  }
  const options = [
    ...(plan.origin === 'null' ? [] : [`origin: '${plan.origin}'`]),
    ...(plan.credentials ? ['credentials: true'] : []),
    ...(METHODS.includes(method) ? [] : [`methods: ['${[...METHODS, method].join("', '")}']`]),
    ...(plan.credentials && isInsecure(plan.origin)
      ? ["dangerouslyAllow: ['insecure-origin']"]
      : []),
  ]
  return [
    `app.use(cors(${options.length === 0 ? '' : `{ ${options.join(', ')} }`}))   // before authentication and the routes`,
    ...(code === 'allow-origin-multiple'
      ? ['If a proxy sends the header as well, remove it there: only one of the two may send it.']
      : []),
    ...(ORIGIN_CODES.has(code) && plan.origin !== 'null'
      ? [`If the option origin is set already, add '${plan.origin}' to its list.`]
      : []),
    ...(code === 'method-not-in-allow-methods'
      ? [`If the option methods is set, it must have ${method}.`]
      : []),
    ...(plan.headers.length > 0
      ? ['If the option allowedHeaders is set, it must have the headers of the request.']
      : []),
    ...(plan.credentials && isInsecure(plan.origin)
      ? [
          'Serving the page over https is better: with http, anyone on the network can read what it reads.',
        ]
      : []),
  ]
}

/** The option `origin` refuses it with credentials unless the risk is accepted. */
function isInsecure(origin: string): boolean {
  const parsed = parseSerializedOrigin(origin)
  return parsed?.scheme === 'http' && !isLoopback(parsed.host)
}
