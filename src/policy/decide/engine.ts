import { isMethod } from '../../fetch/method.js'
import type { ConfigIssue } from '../config/issues/config-issue.js'
import type { ParsedOptions } from '../config/parse-options.js'
import type { Decision, Denial } from '../decision.js'
import type { NormalizedOptions } from '../options.js'
import type { PublicSuffixTest } from '../origins/origin-risks.js'
import { compileDenials, type MakeDenial } from './denial/denial.js'
import { compileNearMisses } from './denial/near-miss.js'
import { isRejected } from './enforce.js'
import { compileOriginCheck, isWellFormedOrigin, type OriginCheck } from './origin-check.js'
import { joinLines, type ParsedRequest } from './parsed-request.js'
import {
  compilePreflightRules,
  MAX_REQUEST_METHOD_LENGTH,
  type PreflightRules,
} from './preflight/preflight-rules.js'
import { countRequestHeaders } from './preflight/request-headers.js'
import {
  compileResponseTemplates,
  type ResponseTemplate,
  type ResponseTemplates,
} from './response-templates.js'

/** What decides whether a request is rejected. */
const VARY_OF_REJECTED: readonly string[] = Object.freeze(['Origin', 'Sec-Fetch-Site'])

/** A compiled policy, in the parts that `createPolicy` and the adapter put together. */
export class Engine {
  readonly options: NormalizedOptions
  readonly warnings: readonly ConfigIssue[]
  /** Whether an `Origin` is allowed; a promise if a function does not answer at once. */
  readonly allowsOrigin: OriginCheck
  /** The part of each response that does not depend on what the request carries. */
  readonly responses: ResponseTemplates
  /** The hook, if there is one. */
  readonly onDecision: NormalizedOptions['onDecision']
  /** Whether denied requests that could change something are rejected, or would be. */
  readonly enforce: NormalizedOptions['enforce']
  readonly #preflightRules: PreflightRules
  readonly #denial: MakeDenial

  /** @param isPublicSuffix judges what an origin function answers */
  constructor({ options, warnings }: ParsedOptions, isPublicSuffix?: PublicSuffixTest) {
    this.options = options
    this.warnings = warnings
    this.onDecision = options.onDecision
    this.enforce = options.enforce
    this.allowsOrigin = compileOriginCheck(options, isPublicSuffix)
    this.responses = compileResponseTemplates(options)
    this.#preflightRules = compilePreflightRules(options)
    const { origin } = options
    // A function is not asked about origins that nobody has sent.
    const findNearMiss =
      typeof origin === 'function'
        ? () => null
        : compileNearMisses(
            typeof origin === 'object' ? origin : [],
            (other) => this.allowsOrigin(other) === true,
          )
    this.#denial = compileDenials(options, findNearMiss)
  }

  /** The CORS headers of a response. No value of a request gets into them before it is validated. */
  headersOf(template: ResponseTemplate, request: ParsedRequest): Record<string, string> {
    const headers: Record<string, string> = {}
    const allowOrigin = template.reflectsOrigin ? request.origin : template.allowOrigin
    const allowMethods = template.reflectsMethod ? requestedMethod(request) : template.allowMethods
    const allowHeaders = template.reflectsHeaders
      ? requestedHeaders(request)
      : template.allowHeaders
    const { allowCredentials, maxAge, exposeHeaders } = template
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
  decide(request: ParsedRequest, originAllowed: boolean): Decision {
    const { kind } = request
    const templates = this.responses[kind]
    const template = originAllowed ? templates.allowed : templates.denied
    const headers = Object.freeze(this.headersOf(template, request))
    const rejected =
      this.enforce !== false &&
      isRejected(request.method, request.headers, request.origin, originAllowed)
    const vary = rejected && this.enforce === true ? VARY_OF_REJECTED : template.vary
    const denial = this.#findDenial(request, originAllowed, rejected)
    return denial === null
      ? Object.freeze({ kind, allowed: true, rejected: false, headers, vary })
      : Object.freeze({ kind, allowed: false, rejected, headers, vary, denial })
  }

  #findDenial(request: ParsedRequest, originAllowed: boolean, rejected: boolean): Denial | null {
    const { kind, origin = '' } = request
    if (kind === 'same-origin') return null
    if (kind === 'non-cors') {
      const site = joinLines(request.headers['sec-fetch-site']) ?? ''
      return rejected ? this.#denial('cross-site', site) : null
    }
    if (!originAllowed) {
      const code = isWellFormedOrigin(origin) ? 'origin-not-allowed' : 'origin-invalid'
      return this.#denial(code, origin)
    }
    if (kind === 'cors') {
      return request.isCorsWithCookies && !this.options.credentials
        ? this.#denial('credentials-not-allowed', origin)
        : null
    }
    const { requestMethod = '', requestHeaders = '' } = request
    if (!this.#preflightRules.allowsMethod(requestMethod)) {
      return this.#denial('method-not-allowed', requestMethod)
    }
    if (countRequestHeaders(requestHeaders) === -1) {
      return this.#denial('request-headers-invalid', requestHeaders)
    }
    const refused = this.#preflightRules.refusedHeaders(requestHeaders)
    return refused.length === 0 ? null : this.#denial('header-not-allowed', ...refused)
  }
}

/** The method asked for; `undefined` if it is malformed or too long. */
function requestedMethod({ requestMethod = '' }: ParsedRequest): string | undefined {
  return requestMethod.length <= MAX_REQUEST_METHOD_LENGTH && isMethod(requestMethod)
    ? requestMethod
    : undefined
}

/** The header names asked for; `undefined` if the list is empty or malformed. */
function requestedHeaders({ requestHeaders = '' }: ParsedRequest): string | undefined {
  return countRequestHeaders(requestHeaders) > 0 ? requestHeaders : undefined
}
