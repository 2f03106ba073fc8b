import type { PublicSuffixTest } from './config/origin-risks.js'
import { parseOptions } from './config/parse-options.js'
import { Engine } from './decide/engine.js'
import { explainDecision } from './decide/explain.js'
import { type ParsedRequest, parseRequest } from './decide/parsed-request.js'
import type { CorsRequest } from './decision.js'
import type {
  AnyOptions,
  CheckedOptions,
  CorsOptions,
  OptionsWithoutOrigin,
  OriginOption,
} from './options.js'
import type { IsAsync, Policy } from './policy.js'

/** What a policy may need to know of the world. */
export interface PolicyEnvironment {
  /** Knows the public suffix list, private section included; `strict-cors` passes it. */
  readonly isPublicSuffix?: PublicSuffixTest
}

/**
 * Turns options into a policy that nothing changes any more.
 *
 * @param options as of `CorsOptions`; none mean any origin without credentials
 * @param environment without `isPublicSuffix`, a subdomain pattern with credentials is an unsafe
 *   option, since nobody can tell whether strangers can register names under it
 * @throws CorsConfigError naming every problem of the options
 */
export interface CreatePolicy {
  <const Origin extends OriginOption, Credentials extends boolean>(
    options: CheckedOptions<Origin, Credentials>,
    environment?: PolicyEnvironment,
  ): Policy<IsAsync<Origin>>
  (options?: OptionsWithoutOrigin, environment?: PolicyEnvironment): Policy<false>
  <Options extends CorsOptions>(
    options: Options & AnyOptions<Options>,
    environment?: PolicyEnvironment,
  ): Policy
}

const ENGINES = new WeakMap<object, Engine>()

/** `createPolicy` for an environment that a caller may still replace. */
export function policyFactory(defaultEnvironment: PolicyEnvironment): CreatePolicy {
  return function createPolicy(options?: CorsOptions, environment = defaultEnvironment): Policy {
    const { isPublicSuffix } = environment
    const engine = new Engine(parseOptions(options, isPublicSuffix), isPublicSuffix)
    const policy =
      typeof engine.options.origin === 'function' ? asyncPolicy(engine) : syncPolicy(engine)
    ENGINES.set(policy, engine)
    return policy
  }
}

/** `createPolicy` where no public suffix list is known. */
export const createPolicy: CreatePolicy = policyFactory({})

/** The engine behind a policy; `undefined` if this module did not make it. */
export function findEngine(policy: object): Engine | undefined {
  return ENGINES.get(policy)
}

function syncPolicy(engine: Engine): Policy<false> {
  const isAllowed = (origin: string | undefined) => isOriginAllowed(engine, origin) === true
  const decide = (received: ParsedRequest) => engine.decide(received, isAllowed(received.origin))
  return Object.freeze({
    evaluate: (request: CorsRequest) => decide(parseRequest(request)),
    isOriginAllowed: isAllowed,
    explain: (request: CorsRequest) => {
      const received = parseRequest(request)
      return explainDecision(received, decide(received))
    },
    options: engine.options,
    warnings: engine.warnings,
  })
}

function asyncPolicy(engine: Engine): Policy<true> {
  const isAllowed = async (origin: string | undefined) => isOriginAllowed(engine, origin)
  const decide = async (received: ParsedRequest) =>
    engine.decide(received, await isAllowed(received.origin))
  return Object.freeze({
    evaluate: async (request: CorsRequest) => decide(parseRequest(request)),
    isOriginAllowed: isAllowed,
    explain: async (request: CorsRequest) => {
      const received = parseRequest(request)
      return explainDecision(received, await decide(received))
    },
    options: engine.options,
    warnings: engine.warnings,
  })
}

function isOriginAllowed(engine: Engine, origin: string | undefined): boolean | Promise<boolean> {
  return origin !== undefined && engine.allowsOrigin(origin)
}
