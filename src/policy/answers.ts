import type { RequestKind } from './decision.js'
import type { NormalizedOptions } from './options.js'

/** What all answers to one kind of request have in common, computed once per policy. */
export interface Answer {
  /** Headers by canonical name; those that repeat a part of the request stand empty. */
  readonly headers: Readonly<Record<string, string>>
  /** Those of them that repeat nothing, one by one. */
  readonly fixed: readonly FixedHeader[]
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

/** A header that is the same in every answer of its kind. */
export interface FixedHeader {
  readonly name: string
  readonly value: string
}

type Reflects = Pick<Answer, 'reflectsOrigin' | 'reflectsMethod' | 'reflectsHeaders'>

const NOTHING: Reflects = { reflectsOrigin: false, reflectsMethod: false, reflectsHeaders: false }

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

  const vary = off || anyOrigin ? [] : ['Origin']
  // Every preflight answer of a policy names what any of them reflects, or a cache would serve one
  // asker's answer to another.
  const varyOfPreflight = [
    ...vary,
    ...(reflectsMethod && !off ? ['Access-Control-Request-Method'] : []),
    ...(reflectsHeaders && !off ? ['Access-Control-Request-Headers'] : []),
  ]
  const denied = answer({}, vary, NOTHING)
  const nonCors = anyOrigin ? answer(withExposed, vary, NOTHING) : denied
  const reflectsOrigin = !anyOrigin
  return {
    'non-cors': { allowed: nonCors, denied: nonCors },
    cors: { allowed: answer(withExposed, vary, { ...NOTHING, reflectsOrigin }), denied },
    preflight: {
      allowed: answer(preflightHeaders, varyOfPreflight, {
        reflectsOrigin,
        reflectsMethod,
        reflectsHeaders,
      }),
      denied: answer({}, varyOfPreflight, NOTHING),
    },
  }
}

function answer(headers: Answer['headers'], vary: readonly string[], reflects: Reflects): Answer {
  return {
    headers,
    fixed: Object.entries(headers)
      .map(([name, value]) => ({ name, value }))
      .filter(({ value }) => value !== ''),
    reflectsOrigin: reflects.reflectsOrigin,
    reflectsMethod: reflects.reflectsMethod,
    reflectsHeaders: reflects.reflectsHeaders,
    vary: Object.freeze(vary),
    varyValue: vary.join(', '),
  }
}

function list(name: string, values: readonly string[] = []): Readonly<Record<string, string>> {
  return values.length === 0 ? {} : { [name]: values.join(',') }
}
