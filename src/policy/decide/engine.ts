import { isMethod } from '../../fetch/method.js'
import { type Answer, type Answers, compileAnswers } from './response-templates.js'
import type { ConfigIssue } from '../config/config-issue.js'
import type { Decision, Denial } from '../decision.js'
import { compileDenials, type MakeDenial } from './denial.js'
import type { NormalizedOptions } from '../options.js'
import { compileOriginCheck, isWellFormedOrigin, type OriginCheck } from './origin-check.js'
import { parseOptions } from '../config/parse-options.js'
import type { PublicSuffixTest } from '../config/parse-origin-option.js'
import type { Received } from './parsed-request.js'
import { countRequestHeaders } from './request-headers.js'
import { compileRequirements, type Requirements } from './preflight-rules.js'

/** A compiled policy, in the parts that `createPolicy` and the adapter put together. */
export class Engine {
  readonly options: NormalizedOptions
  readonly warnings: readonly ConfigIssue[]
  /** Whether an `Origin` is allowed; a promise where a function does not answer at once. */
  readonly allowsOrigin: OriginCheck
  /** The part of each answer that does not depend on what the request carries. */
  readonly answers: Answers
  /** Whether `Origin` makes a difference, to the answer or to the hook, outside preflights. */
  readonly readsOrigin: boolean
  readonly #requirements: Requirements
  readonly #denial: MakeDenial

  /** @throws CorsConfigError */
  constructor(options: unknown, isPublicSuffix?: PublicSuffixTest) {
    const parsed = parseOptions(options, isPublicSuffix)
    this.options = parsed.options
    this.warnings = parsed.warnings
    this.allowsOrigin = compileOriginCheck(parsed.options, isPublicSuffix)
    this.answers = compileAnswers(parsed.options)
    this.readsOrigin = parsed.options.origin !== '*' || parsed.options.onDecision !== undefined
    this.#requirements = compileRequirements(parsed.options)
    this.#denial = compileDenials(parsed.options)
  }

  /** The CORS headers of an answer. Nothing received gets into them before it is validated. */
  headersOf(answer: Answer, received: Received): Record<string, string> {
    const headers: Record<string, string> = {}
    const allowOrigin = answer.reflectsOrigin ? received.origin : answer.allowOrigin
    const allowMethods = answer.reflectsMethod ? methodOf(received) : answer.allowMethods
    const allowHeaders = answer.reflectsHeaders ? listedIn(received) : answer.allowHeaders
    const { allowCredentials, maxAge, exposeHeaders } = answer
    if (allowOrigin !== undefined) headers['Access-Control-Allow-Origin'] = allowOrigin
    if (allowCredentials !== undefined) {
      headers['Access-Control-Allow-Credentials'] = allowCredentials
    }
    if (allowMethods !== undefined) headers['Access-Control-Allow-Methods'] = allowMethods
    if (allowHeaders !== undefined) headers['Access-Control-Allow-Headers'] = allowHeaders
    if (maxAge !== undefined) headers['Access-Control-Max-Age'] = maxAge
    if (exposeHeaders !== undefined) headers['Access-Control-Expose-Headers'] = exposeHeaders
    return headers
  }

  /** The whole decision, with the denial's sentence. */
  decide(received: Received, originAllowed: boolean): Decision {
    const { kind } = received
    const answers = this.answers[kind]
    const answer = originAllowed ? answers.allowed : answers.denied
    const headers = Object.freeze(this.headersOf(answer, received))
    const { vary } = answer
    const denial = this.#findDenial(received, originAllowed)
    return denial === null
      ? Object.freeze({ kind, allowed: true, headers, vary })
      : Object.freeze({ kind, allowed: false, headers, vary, denial })
  }

  #findDenial(received: Received, originAllowed: boolean): Denial | null {
    if (received.kind === 'non-cors') return null
    if (!originAllowed) {
      const { origin = '' } = received
      const code = isWellFormedOrigin(origin) ? 'origin-not-allowed' : 'origin-invalid'
      return this.#denial(code, origin)
    }
    if (received.kind === 'cors') return null
    const { requestMethod = '', requestHeaders = '' } = received
    if (!this.#requirements.allowsMethod(requestMethod)) {
      return this.#denial('method-not-allowed', requestMethod)
    }
    if (countRequestHeaders(requestHeaders) === -1) {
      return this.#denial('request-headers-invalid', requestHeaders)
    }
    const refused = this.#requirements.refusedHeader(requestHeaders)
    return refused === null ? null : this.#denial('header-not-allowed', refused)
  }
}

/** The method asked for; `undefined` if it is malformed. */
function methodOf({ requestMethod = '' }: Received): string | undefined {
  return isMethod(requestMethod) ? requestMethod : undefined
}

/** The header names asked for; `undefined` if there are none or they are malformed. */
function listedIn({ requestHeaders = '' }: Received): string | undefined {
  return countRequestHeaders(requestHeaders) > 0 ? requestHeaders : undefined
}
