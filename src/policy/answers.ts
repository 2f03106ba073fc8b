import type { RequestKind } from './decision.js'
import type { NormalizedOptions } from './options.js'

/** What all answers to one kind of request have in common, computed once per policy. */
export interface Answer {
  /** The headers that repeat nothing of the request. */
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
  /** Canonical: `Access-Control-Allow-Origin`. */
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
  const reflectsOrigin = !anyOrigin
  const reflectsMethod = options.credentials && options.methods.includes('*')
  const reflectsHeaders =
    options.allowedHeaders === undefined ||
    (options.credentials && options.allowedHeaders.includes('*'))
  const shared = {
    'Access-Control-Allow-Origin': anyOrigin ? '*' : '',
    'Access-Control-Allow-Credentials': options.credentials ? 'true' : '',
  }
  const withExposed = {
    ...shared,
    'Access-Control-Expose-Headers': options.exposedHeaders.join(','),
  }
  const ofPreflight = {
    ...shared,
    'Access-Control-Allow-Methods': reflectsMethod ? '' : options.methods.join(','),
    'Access-Control-Allow-Headers': reflectsHeaders ? '' : options.allowedHeaders.join(','),
    'Access-Control-Max-Age': options.maxAge === undefined ? '' : String(options.maxAge),
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
  const allowed = answer(withExposed, vary, { ...NOTHING, reflectsOrigin })
  const nonCors = anyOrigin ? allowed : denied
  return {
    'non-cors': { allowed: nonCors, denied: nonCors },
    cors: { allowed, denied },
    preflight: {
      allowed: answer(ofPreflight, varyOfPreflight, {
        reflectsOrigin,
        reflectsMethod,
        reflectsHeaders,
      }),
      denied: answer({}, varyOfPreflight, NOTHING),
    },
  }
}

/** @param headers those that stand empty are left out */
function answer(
  headers: Readonly<Record<string, string>>,
  vary: readonly string[],
  { reflectsOrigin, reflectsMethod, reflectsHeaders }: Reflects,
): Answer {
  const fixed = Object.entries(headers)
    .map(([name, value]) => ({ name, value }))
    .filter(({ value }) => value !== '')
  return {
    fixed,
    reflectsOrigin,
    reflectsMethod,
    reflectsHeaders,
    vary: Object.freeze(vary),
    varyValue: vary.join(', '),
  }
}
