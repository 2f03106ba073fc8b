import { fromCallOf } from './config/issues/config-error.js'
import { parseOptions } from './config/parse-options.js'
import { explainDecision } from './decide/denial/explain.js'
import { Engine } from './decide/engine.js'
import { type ParsedRequest, parseRequest } from './decide/parsed-request.js'
import type { CorsRequest } from './decision.js'
import type { AnyOptions, OriginOf } from './option-mistakes.js'
import type {
  CheckedOptions,
  CorsOptions,
  LooseOptions,
  OriginOption,
  PublicOptions,
} from './options.js'
import type { PublicSuffixTest } from './origins/origin-risks.js'
import type { IsAsync, Policy } from './policy.js'

/** What a policy may need to know besides its options. */
export interface PolicyEnvironment {
  /** Knows the public suffix list, private section included; `strict-cors` passes it. */
  readonly isPublicSuffix?: PublicSuffixTest
}

/** The signature of `createPolicy`, which depends on what is known about `origin`. */
export interface CreatePolicy {
  <const Origin extends OriginOption>(
    options: CheckedOptions<Origin>,
    environment?: PolicyEnvironment,
  ): Policy<IsAsync<Origin>>
  (options?: PublicOptions, environment?: PolicyEnvironment): Policy<false>
  <const Options extends CorsOptions | LooseOptions | undefined>(
    options: AnyOptions<Options>,
    environment?: PolicyEnvironment,
  ): Policy<IsAsync<OriginOf<Options>>>
}

const ENGINES = new WeakMap<object, Engine>()
const POLICIES = new WeakMap<Engine, Policy>()

/** The policy of an engine, always the same. */
export function policyOf(engine: Engine): Policy {
  const known = POLICIES.get(engine)
  if (known !== undefined) return known
  const policy =
    typeof engine.options.origin === 'function' ? asyncPolicy(engine) : syncPolicy(engine)
  ENGINES.set(policy, engine)
  POLICIES.set(engine, policy)
  return policy
}

/** `createPolicy` for an environment that a caller may still replace. */
export function policyFactory(defaultEnvironment: PolicyEnvironment): CreatePolicy {
  function createPolicy<const Origin extends OriginOption>(
    options: CheckedOptions<Origin>,
    environment?: PolicyEnvironment,
  ): Policy<IsAsync<Origin>>
  function createPolicy(options?: PublicOptions, environment?: PolicyEnvironment): Policy<false>
  function createPolicy<const Options extends CorsOptions | LooseOptions | undefined>(
    options: AnyOptions<Options>,
    environment?: PolicyEnvironment,
  ): Policy<IsAsync<OriginOf<Options>>>
  function createPolicy(options?: object, environment = defaultEnvironment): Policy {
    const { isPublicSuffix } = environment
    return fromCallOf(createPolicy, () =>
      policyOf(new Engine(parseOptions(options, isPublicSuffix), isPublicSuffix)),
    )
  }
  return createPolicy
}

/**
 * Turns options into a policy: a frozen object that decides on requests and touches none.
 *
 * @example
 * const policy = createPolicy({ origin: 'https://app.example.com' })
 * policy.evaluate({ method: 'GET', headers: { origin: 'https://app.example.com' } }).allowed // true
 *
 * @param options as for `cors()`; if omitted, every origin may read, without credentials
 * @param environment by default without the public suffix list: a subdomain pattern with credentials
 *   is then unsafe, since nobody can tell whether strangers can register names under it
 * @throws CorsConfigError with every problem of the options and its fix
 */
export const createPolicy: CreatePolicy = policyFactory({})

/** The engine behind a policy; `undefined` if this module did not make it. */
export function findEngine(policy: object): Engine | undefined {
  return ENGINES.get(policy)
}

function syncPolicy(engine: Engine): Policy<false> {
  const isAllowed = (origin: string | undefined) => isOriginAllowed(engine, origin) === true
  const decide = (request: ParsedRequest) => engine.decide(request, isAllowed(request.origin))
  return Object.freeze({
    evaluate: (request: CorsRequest) => decide(parseRequest(request)),
    isOriginAllowed: isAllowed,
    askOrigin: async (origin: string | undefined) => isAllowed(origin),
    explain: (corsRequest: CorsRequest) => {
      const request = parseRequest(corsRequest)
      return explainDecision(request, decide(request))
    },
    options: engine.options,
    warnings: engine.warnings,
  })
}

function asyncPolicy(engine: Engine): Policy<true> {
  const isAllowed = async (origin: string | undefined) => isOriginAllowed(engine, origin)
  const decide = async (request: ParsedRequest) =>
    engine.decide(request, await isAllowed(request.origin))
  return Object.freeze({
    evaluate: async (request: CorsRequest) => decide(parseRequest(request)),
    isOriginAllowed: refuseToAnswer,
    askOrigin: isAllowed,
    explain: async (corsRequest: CorsRequest) => {
      const request = parseRequest(corsRequest)
      return explainDecision(request, await decide(request))
    },
    options: engine.options,
    warnings: engine.warnings,
  })
}

/** A promise would pass for `true`, and let everybody in. */
function refuseToAnswer(): never {
  throw new TypeError(
    'strict-cors: isOriginAllowed() cannot wait for an origin function; use await policy.askOrigin(origin)',
  )
}

function isOriginAllowed(engine: Engine, origin: string | undefined): boolean | Promise<boolean> {
  return origin !== undefined && engine.allowsOrigin(origin)
}
