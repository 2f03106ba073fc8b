import { isCorsSafelistedMethod } from '../../fetch/method.js'
import { quote } from '../../fetch/quote.js'
import { formatList } from '../config/format-value.js'
import { checkMethod } from '../config/parse-name-list.js'
import type { Denial, DenialCode } from '../decision.js'
import type { NormalizedOptions } from '../options.js'
import { MAX_REQUEST_METHOD_LENGTH } from './preflight-rules.js'
import { MAX_REQUEST_HEADER_NAMES, MAX_REQUEST_HEADERS_LENGTH } from './request-headers.js'

/** @param shown what was received, quoted */
type DenialText = (shown: string, context: DenialContext) => string

interface DenialContext {
  readonly received: string
  readonly options: NormalizedOptions
  readonly allowedOrigins: string
}

const NO_BROWSER = 'no browser sends it, so look at the client or proxy that does'

/** One row per code; a missing row is a type error. */
export const DENIALS: { readonly [Code in DenialCode]: DenialText } = {
  'origin-invalid': (origin) =>
    `the Origin ${origin} is not a serialized origin such as "https://app.example.com"; look at the client or proxy that sends it`,
  'origin-not-allowed': (origin, { options, allowedOrigins }) =>
    `the origin ${origin} is not allowed; ${allowedOrigins}; ${originFix(origin, options)}`,
  'method-not-allowed': (method, { received, options }) =>
    `the method ${method} is not allowed; ${allowedMethods(options)}; ${methodFix(received)}`,
  'header-not-allowed': (name, { options: { allowedHeaders = [] } }) => {
    if (allowedHeaders.includes('*')) {
      return `the request header ${name} is not allowed; "*" does not cover it; write allowedHeaders: ["*", "Authorization"]`
    }
    const allowed =
      allowedHeaders.length === 0 ? 'none is allowed' : `allowed: ${formatList(allowedHeaders)}`
    return `the request header ${name} is not allowed; ${allowed}; to allow it, add ${name} to allowedHeaders`
  },
  'request-headers-invalid': (value) =>
    `Access-Control-Request-Headers ${value} is not a list of at most ${MAX_REQUEST_HEADER_NAMES} header names in ${MAX_REQUEST_HEADERS_LENGTH} bytes; ${NO_BROWSER}`,
}

/** Takes a code and the part of the request that is denied, as received. */
export type MakeDenial = (code: DenialCode, received: string) => Denial

/** Prepares the sentences of a policy. */
export function compileDenials(options: NormalizedOptions): MakeDenial {
  // Now, since RegExp.prototype.compile() can change those in `policy.options` later, frozen or not.
  const allowedOrigins = describeAllowedOrigins(options)
  return (code, received) =>
    Object.freeze({
      code,
      message: DENIALS[code](quote(received), { received, options, allowedOrigins }),
    })
}

function describeAllowedOrigins({ origin }: NormalizedOptions): string {
  if (origin === false) return 'origin: false turns CORS off'
  if (origin === true) return 'origin: true allows every origin but "null"'
  if (typeof origin === 'function') return 'the origin function decides'
  return `allowed: ${formatList([...origin])}`
}

function originFix(origin: string, options: NormalizedOptions): string {
  if (typeof options.origin === 'function')
    return `to allow it, have the function answer ${origin} or a rule for it`
  if (options.origin === true) return `to allow it, list the origins, ${origin} among them`
  return options.origin === false
    ? `to allow it, write origin: [${origin}]`
    : `to allow it, add ${origin} to origin`
}

function allowedMethods({ methods }: NormalizedOptions): string {
  const others = methods.filter((method) => !isCorsSafelistedMethod(method))
  return others.length === 0
    ? 'only GET, HEAD and POST are'
    : `allowed: ${formatList(others)} besides GET, HEAD and POST`
}

function methodFix(method: string): string {
  if (method.length > MAX_REQUEST_METHOD_LENGTH) return NO_BROWSER
  const issue = checkMethod(method, '')
  if (issue === null) return `to allow it, add ${quote(method)} to methods`
  return issue.code === 'method-case'
    ? `methods compare by byte, so write ${issue.fix} in the page`
    : NO_BROWSER
}
