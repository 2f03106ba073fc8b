import type { RequestKind } from './decision.js'
import type { NormalizedOptions } from './options.js'

/** What all answers to one kind of request have in common, computed once per policy. */
export interface Answer {
  /** Headers by canonical name; those that repeat a part of the request stand empty. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether `Access-Control-Allow-Origin` is the request's `Origin`. */
  readonly reflectsOrigin: boolean
  /** Whether `Access-Control-Allow-Methods` is the request's `Access-Control-Request-Method`. */
  readonly reflectsMethod: boolean
  /** Whether `Access-Control-Allow-Headers` is the request's `Access-Control-Request-Headers`. */
  readonly reflectsHeaders: boolean
  /** Field names to append to `Vary`. */
  readonly vary: readonly string[]
  /** The same as a header value; empty if there are none. */
  readonly varyValue: string
}

/** The answer to a request of each kind whose origin is allowed, or is not. */
export type Answers = {
  readonly [Kind in RequestKind]: { readonly allowed: Answer; readonly denied: Answer }
}

/** Computes what follows from the options alone. */
export function compileAnswers(options: NormalizedOptions): Answers {
  const off = options.origin === false
  const anyOrigin = options.origin === '*'
  const shared = {
    'Access-Control-Allow-Origin': anyOrigin ? '*' : '',
    ...(options.credentials ? { 'Access-Control-Allow-Credentials': 'true' } : {}),
  }
  const withExposed = {
    ...shared,
    ...list('Access-Control-Expose-Headers', options.exposedHeaders),
  }
  const reflectsMethod = options.credentials && options.methods.includes('*')
  const reflectsHeaders =
    options.allowedHeaders === undefined ||
    (options.credentials && options.allowedHeaders.includes('*'))
  const preflightHeaders = {
    ...shared,
    ...(reflectsMethod ? {} : list('Access-Control-Allow-Methods', options.methods)),
    ...(reflectsHeaders ? {} : list('Access-Control-Allow-Headers', options.allowedHeaders)),
    ...(options.maxAge === undefined ? {} : { 'Access-Control-Max-Age': String(options.maxAge) }),
  }

  const varyOrigin = off || anyOrigin ? [] : ['Origin']
  const vary = varyOn(varyOrigin)
  // Every preflight answer of a policy names what any of them reflects, or a cache would serve one
  // asker's answer to another.
  const varyOfPreflight = varyOn([
    ...varyOrigin,
    ...(reflectsMethod && !off ? ['Access-Control-Request-Method'] : []),
    ...(reflectsHeaders && !off ? ['Access-Control-Request-Headers'] : []),
  ])
  const nothing = { reflectsOrigin: false, reflectsMethod: false, reflectsHeaders: false }
  const reflectsOrigin = !anyOrigin
  const plain = { headers: {}, ...nothing, ...vary }
  const nonCors = anyOrigin ? { headers: withExposed, ...nothing, ...vary } : plain
  return {
    'non-cors': { allowed: nonCors, denied: nonCors },
    cors: {
      allowed: { headers: withExposed, ...nothing, reflectsOrigin, ...vary },
      denied: plain,
    },
    preflight: {
      allowed: {
        headers: preflightHeaders,
        reflectsOrigin,
        reflectsMethod,
        reflectsHeaders,
        ...varyOfPreflight,
      },
      denied: { headers: {}, ...nothing, ...varyOfPreflight },
    },
  }
}

function varyOn(names: readonly string[]): Pick<Answer, 'vary' | 'varyValue'> {
  return { vary: Object.freeze([...names]), varyValue: names.join(', ') }
}

function list(name: string, values: readonly string[] = []): Readonly<Record<string, string>> {
  return values.length === 0 ? {} : { [name]: values.join(',') }
}
