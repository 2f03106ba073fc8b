import { isCorsSafelistedMethod, isMethod } from '../../../fetch/method.js'
import { isCorsNonWildcardRequestHeaderName } from '../../../fetch/request-header.js'
import type { NormalizedOptions } from '../../options.js'
import { scanRequestHeaders } from './request-headers.js'

/** Longest `Access-Control-Request-Method` that is read, in bytes. */
export const MAX_REQUEST_METHOD_LENGTH = 100

/** Judges what a preflight asks for. */
export interface PreflightRules {
  allowsMethod(method: string): boolean
  /** The header names asked for that are not allowed, in lower case and each once. */
  refusedHeaders(requestHeaders: string): readonly string[]
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
    refusedHeaders: (requestHeaders) => {
      if (anyHeader) return []
      const refused = new Set<string>()
      scanRequestHeaders(requestHeaders, (name) => {
        if (!allowsHeader(name)) refused.add(name)
      })
      return [...refused]
    },
  }
}

function toLowerCase(value: string): string {
  return value.toLowerCase()
}
