import { isForbiddenMethod, isMethod } from '../../../fetch/method.js'
import { quote } from '../../../fetch/quote.js'
import { meantMethod } from '../../config/parse-name-list.js'
import type { NormalizedOptions } from '../../options.js'
import { isInsecure, withHttps } from '../../origins/origin-risks.js'
import { type OriginRule, parseOriginRule } from '../../origins/origin-rule.js'
import { MAX_REQUEST_METHOD_LENGTH } from '../preflight/preflight-rules.js'

/** The fix if nobody can have meant what was received. */
export const NO_BROWSER = 'no browser sends it, so look at the client or proxy that does'

const NOT_NULL =
  'every site can send "null", so serve the page from an origin of its own, not from a file or a sandboxed frame'

/** Rules that are judged for a fix, so that a stranger's request costs little. */
const MAX_JUDGED_RULES = 1000

/**
 * How to allow an origin. The fix never leads to options that would be refused at start-up.
 * @param near an allowed origin that this one resembles
 */
export function originFix(origin: string, options: NormalizedOptions, near?: string): string {
  const { credentials, dangerouslyAllow, enforce } = options
  if (origin === 'null') {
    // https://fetch.spec.whatwg.org/#append-a-request-origin-header
    if (enforce) return `${NOT_NULL} or with Referrer-Policy: no-referrer`
    if (credentials && !dangerouslyAllow.includes('null-origin')) return NOT_NULL
  }
  if (credentials && isInsecureRule(origin) && !dangerouslyAllow.includes('insecure-origin')) {
    const secure = withHttps(origin)
    return secure === near
      ? 'serve the page over https'
      : `serve the page over https, and allow ${quote(secure)}`
  }
  if (typeof options.origin === 'function') {
    return `to allow it, have the function answer ${origin === 'null' ? '"null"' : 'true'}`
  }
  if (options.origin === true) return `to allow it, list the origins, ${quote(origin)} among them`
  return options.origin === false
    ? `to allow it, write origin: [${quote(origin)}]`
    : `to allow it, add ${quote(origin)} to origin`
}

/** How to allow credentials. The fix never leads to options that would be refused at start-up. */
export function credentialsFix({ origin, exposedHeaders }: NormalizedOptions): string {
  const needs = [
    ...(isSafeWithCredentials(origin) ? [] : ['https: origins listed one by one']),
    ...(exposedHeaders.includes('*') ? ['exposedHeaders listed by name'] : []),
  ]
  return needs.length === 0
    ? 'to allow them, write credentials: true'
    : `to allow them, write credentials: true, with ${needs.join(' and ')}`
}

/** How to allow a method. */
export function methodFix(method: string): string {
  const isSent = method.length <= MAX_REQUEST_METHOD_LENGTH && isMethod(method)
  if (!isSent || isForbiddenMethod(method)) return NO_BROWSER
  const meant = meantMethod(method)
  return method === meant
    ? `to allow it, add ${quote(method)} to methods`
    : `methods are case-sensitive, so write ${quote(meant)} in the page`
}

/** Whether the option `origin` can stay as it is with credentials on, at a quick look. */
function isSafeWithCredentials(origin: NormalizedOptions['origin']): boolean {
  if (typeof origin === 'function') return true
  return (
    typeof origin === 'object' &&
    origin.length <= MAX_JUDGED_RULES &&
    origin.every(isExactAndSecure)
  )
}

function isExactAndSecure(rule: OriginRule): boolean {
  return (
    typeof rule === 'string' && !rule.includes('*.') && rule !== 'null' && !isInsecureRule(rule)
  )
}

function isInsecureRule(rule: string): boolean {
  const pattern = parseOriginRule(rule)
  return pattern !== null && isInsecure(pattern)
}
