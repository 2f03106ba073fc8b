import { isSerializedOrigin } from '../fetch/origin.js'
import { ask } from './ask.js'
import { CorsConfigError } from './config-error.js'
import type { ConfigIssue } from './config-issue.js'
import type { NormalizedOptions } from './options.js'
import { compileOriginRules, type OriginMatcher } from './origin-matcher.js'
import { MAX_ORIGIN_LENGTH } from './origin-rule.js'
import { type PublicSuffixTest, parseOriginOption } from './parse-origin-option.js'

/** Whether an `Origin` is allowed; a promise where a function does not answer at once. */
export type OriginCheck = (origin: string) => boolean | Promise<boolean>

/** Compiles the option `origin`. */
export function compileOriginCheck(
  options: NormalizedOptions,
  isPublicSuffix: PublicSuffixTest | undefined,
): OriginCheck {
  const { origin } = options
  if (typeof origin !== 'function') return matcherOf(origin)
  const isAnswer = (returned: unknown) => origin.length < 2 || isOriginAnswer(returned)
  return (value) => {
    if (!isWellFormedOrigin(value)) return false
    const answer = ask((callback) => origin(value, callback), isAnswer)
    const matches = (rule: unknown) => matcherOfAnswer(rule, options, isPublicSuffix)(value)
    return answer instanceof Promise ? answer.then(matches) : matches(answer)
  }
}

/** Whether a browser can have sent this `Origin`. https://fetch.spec.whatwg.org/#origin-header */
export function isWellFormedOrigin(origin: string): boolean {
  return origin === 'null' || isTupleOrigin(origin)
}

function isTupleOrigin(origin: string): boolean {
  return origin.length <= MAX_ORIGIN_LENGTH && isSerializedOrigin(origin)
}

function matcherOf(
  origin: Exclude<NormalizedOptions['origin'], (...args: never) => unknown>,
): OriginMatcher {
  if (origin === '*') return () => true
  if (origin === false) return () => false
  // Any site can send "null", so it is allowed only where it is written.
  return origin === true ? isTupleOrigin : compileOriginRules(origin)
}

function isOriginAnswer(value: unknown): boolean {
  return (
    typeof value === 'boolean' ||
    typeof value === 'string' ||
    Array.isArray(value) ||
    value instanceof RegExp
  )
}

/** @throws CorsConfigError if the answer would not do as the option `origin` */
function matcherOfAnswer(
  answer: unknown,
  { credentials, dangerouslyAllow }: NormalizedOptions,
  isPublicSuffix: PublicSuffixTest | undefined,
): OriginMatcher {
  // Unlike the option, true is about one origin here, so it is not unsafe with credentials.
  if (typeof answer === 'boolean') return matcherOf(answer)
  const issues: ConfigIssue[] = []
  const rules = parseOriginOption(answer, 'origin()', { credentials, isPublicSuffix }, issues)
  const problems = issues.filter(
    ({ code }) => !dangerouslyAllow.some((acknowledged) => acknowledged === code),
  )
  if (problems.length > 0) throw new CorsConfigError(problems)
  return matcherOf(rules)
}
