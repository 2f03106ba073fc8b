import { isCorsSafelistedMethod, isMethod } from '../../fetch/method.js'
import { isCorsNonWildcardRequestHeaderName } from '../../fetch/request-header.js'
import type { NormalizedOptions } from '../options.js'
import { scanRequestHeaders } from './request-headers.js'

/** Longest `Access-Control-Request-Method` that is read, in bytes. */
export const MAX_REQUEST_METHOD_LENGTH = 100

/** Judges what a preflight asks for. */
export interface PreflightRules {
  allowsMethod(method: string): boolean
  /** The first header name asked for that is not allowed; `null` if all are. */
  firstRefusedHeader(requestHeaders: string): string | null
}

/** Computes the look-ups behind `methods` and `allowedHeaders`. */
export function compilePreflightRules(options: NormalizedOptions): PreflightRules {
  const methods = new Set(options.methods)
  const anyMethod = methods.has('*')
  const { allowedHeaders, credentials } = options
  const headers = new Set(allowedHeaders?.map(toLowerCase))
  const wildcard = headers.has('*')
  // With credentials the engine sends the names asked for, since `*` is a name then.
  const anyHeader = allowedHeaders === undefined || (credentials && wildcard)
  const allowsHeader = (name: string) =>
    headers.has(name) || (wildcard && !isCorsNonWildcardRequestHeaderName(name))
  return {
    allowsMethod: (method) =>
      method.length <= MAX_REQUEST_METHOD_LENGTH &&
      (isCorsSafelistedMethod(method) || methods.has(method) || (anyMethod && isMethod(method))),
    firstRefusedHeader: (requestHeaders) => {
      if (anyHeader) return null
      let refused: string | null = null
      scanRequestHeaders(requestHeaders, (name) => {
        if (!allowsHeader(name)) refused ??= name
      })
      return refused
    },
  }
}

function toLowerCase(value: string): string {
  return value.toLowerCase()
}
