import { isCorsSafelistedMethod } from '../../../fetch/method.js'
import { enumerate, quote } from '../../../fetch/quote.js'
import { formatList } from '../../config/issues/format-value.js'
import type { Denial, DenialCode } from '../../decision.js'
import type { NormalizedOptions } from '../../options.js'
import {
  MAX_REQUEST_HEADER_NAMES,
  MAX_REQUEST_HEADERS_LENGTH,
} from '../preflight/request-headers.js'
import { credentialsFix, methodFix, NO_BROWSER, originFix } from './denial-fix.js'
import type { FindNearMiss } from './near-miss.js'
import { whyUnread } from './unread-origin.js'

/** @param received the first of the values, or an empty string */
type DenialText = (received: string, context: DenialContext) => string

interface DenialContext {
  readonly values: readonly string[]
  readonly options: NormalizedOptions
  readonly allowedOrigins: string
  readonly findNearMiss: FindNearMiss
}

/** Refused header names that a message spells out; `values` has them all. */
const MAX_SHOWN_NAMES = 20

/** One row per code; a missing row is a type error. */
export const DENIALS: { readonly [Code in DenialCode]: DenialText } = {
  'origin-invalid': (origin, { findNearMiss }) => {
    const why = whyUnread(origin)
    if (why !== null) {
      return `the Origin ${quote(origin)} is not read: ${why}; if a browser sends it, serve the page from another origin`
    }
    const near = findNearMiss(origin)
    const hint = near === null ? '' : ` ${quote(near.origin)} is allowed, and ${near.difference};`
    return `the Origin ${quote(origin)} is not a serialized origin such as "https://app.example.com";${hint} look at the client that sends it`
  },
  'origin-not-allowed': (origin, { options, allowedOrigins, findNearMiss }) => {
    const near = findNearMiss(origin)
    const others =
      near === null ? allowedOrigins : `${quote(near.origin)} is allowed, and ${near.difference}`
    return `the origin ${quote(origin)} is not allowed; ${others}; ${originFix(origin, options, near?.origin)}`
  },
  'cross-site': (site) =>
    `the request carries no Origin, and Sec-Fetch-Site ${quote(site)} says that it comes from elsewhere; if it has to get through, as from a single sign-on service, mount its route before cors()`,
  'credentials-not-allowed': (origin, { options }) =>
    `the request from ${quote(origin)} carries a cookie, and credentials are not allowed, so the browser hides the response from the page; ${credentialsFix(options)}, or leave out credentials: "include" in the page`,
  'method-not-allowed': (method, { options }) =>
    `the method ${quote(method)} is not allowed; ${allowedMethods(options)}; ${methodFix(method)}`,
  'header-not-allowed': (_, { values, options: { allowedHeaders = [] } }) => {
    const names = enumerate(shownNames(values), 'and')
    const [refused, them] =
      values.length === 1
        ? [`the request header ${names} is not allowed`, names]
        : [`the request headers ${names} are not allowed`, 'them']
    if (allowedHeaders.includes('*')) {
      return `${refused}; "*" does not cover it; write allowedHeaders: ["*", "Authorization"]`
    }
    const allowed =
      allowedHeaders.length === 0
        ? 'allowedHeaders is empty'
        : `allowed: ${formatList(allowedHeaders)}`
    return `${refused}; ${allowed}; to allow ${values.length === 1 ? 'it' : 'them'}, add ${them} to allowedHeaders`
  },
  'request-headers-invalid': (value) =>
    `Access-Control-Request-Headers ${quote(value)} is not a list of at most ${MAX_REQUEST_HEADER_NAMES} header names in ${MAX_REQUEST_HEADERS_LENGTH} bytes; ${NO_BROWSER}`,
}

/** Takes a code and the parts of the request that are denied, as received. */
export type MakeDenial = (code: DenialCode, ...values: readonly string[]) => Denial

/** Prepares the sentences of a policy. */
export function compileDenials(options: NormalizedOptions, findNearMiss: FindNearMiss): MakeDenial {
  // Now, since RegExp.prototype.compile() can change those in `policy.options` later, frozen or not.
  const allowedOrigins = describeAllowedOrigins(options)
  return (code, ...values) => {
    const [received = ''] = values
    const message = DENIALS[code](received, { values, options, allowedOrigins, findNearMiss })
    return Object.freeze({ code, message, values: Object.freeze(values) })
  }
}

function describeAllowedOrigins({ origin }: NormalizedOptions): string {
  if (origin === false) return 'origin: false turns CORS off'
  if (origin === true) return 'origin: true allows every origin but "null"'
  if (typeof origin === 'function') return 'the origin function decides'
  return `allowed: ${formatList([...origin])}`
}

function shownNames(names: readonly string[]): readonly string[] {
  const shown = names.slice(0, MAX_SHOWN_NAMES).map(quote)
  return names.length > MAX_SHOWN_NAMES
    ? [...shown, `${names.length - MAX_SHOWN_NAMES} more`]
    : shown
}

function allowedMethods({ methods }: NormalizedOptions): string {
  const others = methods.filter((method) => !isCorsSafelistedMethod(method))
  return others.length === 0
    ? 'only GET, HEAD and POST are allowed'
    : `allowed: ${formatList(others)} besides GET, HEAD and POST`
}
