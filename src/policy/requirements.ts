import { isCorsSafelistedMethod, isMethod } from '../fetch/method.js'
import { isCorsNonWildcardRequestHeaderName } from '../fetch/request-header.js'
import type { NormalizedOptions } from './options.js'
import { scanRequestHeaders } from './request-headers.js'

/** Judges what a preflight asks for. */
export interface Requirements {
  allowsMethod(method: string): boolean
  /** The first header name asked for that is not allowed; `null` if all are. */
  refusedHeader(requestHeaders: string): string | null
}

/** Computes the look-ups behind `methods` and `allowedHeaders`. */
export function compileRequirements(options: NormalizedOptions): Requirements {
  const methods = new Set(options.methods)
  const { allowedHeaders, credentials } = options
  const headers = new Set(allowedHeaders?.map(toLowerCase))
  // With credentials the engine sends the names asked for, since `*` is a name then.
  const anyHeader = allowedHeaders === undefined || (credentials && headers.has('*'))
  const allowsHeader = (name: string) =>
    headers.has(name) || (headers.has('*') && !isCorsNonWildcardRequestHeaderName(name))
  return {
    allowsMethod: (method) =>
      isCorsSafelistedMethod(method) ||
      methods.has(method) ||
      (methods.has('*') && isMethod(method)),
    refusedHeader: (requestHeaders) => {
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
