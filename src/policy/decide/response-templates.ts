import type { RequestKind } from '../decision.js'
import type { NormalizedOptions } from '../options.js'

/**
 * What all responses to one kind of request have in common, computed once per policy. A header is
 * `undefined` if it is not sent, or if its value comes from the request.
 */
export interface ResponseTemplate {
  /** `Access-Control-Allow-Origin`. */
  readonly allowOrigin: string | undefined
  /** `Access-Control-Allow-Credentials`. */
  readonly allowCredentials: string | undefined
  /** `Access-Control-Allow-Methods`. */
  readonly allowMethods: string | undefined
  /** `Access-Control-Allow-Headers`. */
  readonly allowHeaders: string | undefined
  /** `Access-Control-Max-Age`. */
  readonly maxAge: string | undefined
  /** `Access-Control-Expose-Headers`. */
  readonly exposeHeaders: string | undefined
  /** Whether `Access-Control-Allow-Origin` is the request's `Origin`. */
  readonly reflectsOrigin: boolean
  /** Whether `Access-Control-Allow-Methods` is the request's `Access-Control-Request-Method`. */
  readonly reflectsMethod: boolean
  /** Whether `Access-Control-Allow-Headers` is the request's `Access-Control-Request-Headers`. */
  readonly reflectsHeaders: boolean
  /** Field names to append to `Vary`. */
  readonly vary: readonly string[]
  /** The same as a header value; empty for an empty list. */
  readonly varyValue: string
}

/** The response to a request of each kind whose origin is allowed, or denied. */
export type ResponseTemplates = {
  readonly [Kind in RequestKind]: {
    readonly allowed: ResponseTemplate
    readonly denied: ResponseTemplate
  }
}

const NO_HEADERS: ResponseTemplate = {
  allowOrigin: undefined,
  allowCredentials: undefined,
  allowMethods: undefined,
  allowHeaders: undefined,
  maxAge: undefined,
  exposeHeaders: undefined,
  reflectsOrigin: false,
  reflectsMethod: false,
  reflectsHeaders: false,
  vary: [],
  varyValue: '',
}

/** Computes what follows from the options alone. */
export function compileResponseTemplates(options: NormalizedOptions): ResponseTemplates {
  const off = options.origin === false
  const anyOrigin = options.origin === '*'
  const reflectsMethod = options.credentials && options.methods.includes('*')
  const reflectsHeaders =
    options.allowedHeaders === undefined ||
    (options.credentials && options.allowedHeaders.includes('*'))

  const vary = off || anyOrigin ? [] : ['Origin']
  // Every preflight response of a policy names what any of them reflects, or a cache would serve one
  // client's response to another.
  const varyOfPreflight = [
    ...vary,
    ...(reflectsMethod && !off ? ['Access-Control-Request-Method'] : []),
    ...(reflectsHeaders && !off ? ['Access-Control-Request-Headers'] : []),
  ]
  const denied = { ...NO_HEADERS, ...varyOn(vary) }
  const shared = {
    ...NO_HEADERS,
    allowOrigin: anyOrigin ? '*' : undefined,
    allowCredentials: options.credentials ? 'true' : undefined,
    reflectsOrigin: !anyOrigin,
  }
  const allowed = { ...shared, exposeHeaders: listOf(options.exposedHeaders), ...varyOn(vary) }
  const nonCors = anyOrigin ? allowed : denied
  return {
    'non-cors': { allowed: nonCors, denied: nonCors },
    'same-origin': { allowed, denied },
    cors: { allowed, denied },
    preflight: {
      allowed: {
        ...shared,
        // With an empty list there would be no header, which by step 7.4 of CORS-preflight fetch allows
        // every method to an upload with listeners.
        // https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
        allowMethods: reflectsMethod ? undefined : (listOf(options.methods) ?? 'GET,HEAD,POST'),
        allowHeaders: reflectsHeaders ? undefined : listOf(options.allowedHeaders),
        maxAge: options.maxAge?.toString(),
        reflectsMethod,
        reflectsHeaders,
        ...varyOn(varyOfPreflight),
      },
      denied: { ...NO_HEADERS, ...varyOn(varyOfPreflight) },
    },
  }
}

function varyOn(names: readonly string[]): Pick<ResponseTemplate, 'vary' | 'varyValue'> {
  return { vary: Object.freeze([...names]), varyValue: names.join(', ') }
}

function listOf(values: readonly string[] = []): string | undefined {
  return values.length === 0 ? undefined : values.join(',')
}
