import type { Denial, DenialCode } from './decision.js'
import type { NormalizedOptions } from './options.js'
import { MAX_REQUEST_HEADER_NAMES, MAX_REQUEST_HEADERS_LENGTH } from './request-headers.js'
import { quote, showItems } from './show.js'

interface DenialText {
  readonly title: string
  readonly message: (received: string, options: NormalizedOptions) => string
}

/** One row per code; a missing row is a type error. Titles are for lists of the codes. */
export const DENIALS: { readonly [Code in DenialCode]: DenialText } = {
  'origin-invalid': {
    title: 'the Origin is not what a browser sends',
    message: (origin) =>
      `the Origin ${origin} is no serialized origin such as "https://app.example.com"; no browser sends it, so look at the client or proxy that does`,
  },
  'origin-not-allowed': {
    title: 'the origin is not in the policy',
    message: (origin, options) =>
      `the origin ${origin} is not allowed; ${allowedOrigins(options)}; ${originRepair(origin, options)}`,
  },
  'method-not-allowed': {
    title: 'the preflight asks for a method that is not in the policy',
    message: (method, { methods }) =>
      `the method ${method} is not allowed; allowed are ${showItems(methods)} beside GET, HEAD and POST; to allow it, add ${method} to methods`,
  },
  'header-not-allowed': {
    title: 'the preflight asks for a request header that is not in the policy',
    message: (name, { allowedHeaders = [] }) => {
      if (allowedHeaders.includes('*')) {
        return `the request header ${name} is not allowed; "*" does not cover it; write allowedHeaders: ["*", "Authorization"]`
      }
      const allowed =
        allowedHeaders.length === 0 ? 'none is allowed' : `allowed are ${showItems(allowedHeaders)}`
      return `the request header ${name} is not allowed; ${allowed}; to allow it, add ${name} to allowedHeaders`
    },
  },
  'request-headers-invalid': {
    title: 'Access-Control-Request-Headers is not what a browser sends',
    message: (value) =>
      `Access-Control-Request-Headers ${value} is no list of at most ${MAX_REQUEST_HEADER_NAMES} header names in ${MAX_REQUEST_HEADERS_LENGTH} bytes; no browser sends it, so look at the client or proxy that does`,
  },
}

/** @param received the part of the request that is denied, as received */
export function denial(code: DenialCode, received: string, options: NormalizedOptions): Denial {
  return Object.freeze({ code, message: DENIALS[code].message(quote(received), options) })
}

function allowedOrigins({ origin }: NormalizedOptions): string {
  if (origin === false) return 'origin: false turns CORS off'
  if (origin === true) return 'origin: true allows every origin but "null"'
  if (typeof origin === 'function') return 'the origin function decides'
  return `allowed are ${showItems([...origin])}`
}

function originRepair(origin: string, options: NormalizedOptions): string {
  if (typeof options.origin === 'function') return `to allow it, answer ${origin} or a rule for it`
  return Array.isArray(options.origin)
    ? `to allow it, add ${origin} to origin`
    : `to allow it, write origin: [${origin}]`
}
