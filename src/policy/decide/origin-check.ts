import { isSerializedOrigin } from '../../fetch/origin.js'
import { unacknowledged } from '../config/acknowledgements.js'
import { CorsConfigError } from '../config/issues/config-error.js'
import { type ConfigIssue, configIssue } from '../config/issues/config-issue.js'
import { parseOriginRules } from '../config/origin/parse-origin-items.js'
import type { NormalizedOptions } from '../options.js'
import { compileOriginRules, type OriginMatcher } from '../origins/origin-matcher.js'
import type { OriginContext, PublicSuffixTest } from '../origins/origin-risks.js'
import { MAX_ORIGIN_LENGTH, type OriginRule } from '../origins/origin-rule.js'
import { firstAnswer } from './first-answer.js'
import { meansNobody } from './means-nobody.js'

const EXPECTED_ANSWER =
  'true, false, "*", an origin, a pattern, a RegExp or an array of those; a function that declares a second parameter may call back later'

/** Whether an `Origin` is allowed; a promise if a function does not answer at once. */
export type OriginCheck = (origin: string) => boolean | Promise<boolean>

/** Compiles the option `origin`. */
export function compileOriginCheck(
  options: NormalizedOptions,
  isPublicSuffix: PublicSuffixTest | undefined,
): OriginCheck {
  const { origin } = options
  if (typeof origin !== 'function') return matcherOf(origin, options)
  const isAnswer = origin.length < 2 ? () => true : isOriginAnswer
  return (value) => {
    if (!isWellFormedOrigin(value)) return false
    const answer = firstAnswer((callback) => origin(value, callback), isAnswer)
    return answer instanceof Promise
      ? answer.then((late) => allowsByAnswer(late, value, options, isPublicSuffix))
      : allowsByAnswer(answer, value, options, isPublicSuffix)
  }
}

/** @throws CorsConfigError if the answer is neither yes nor no nor valid as the option `origin` */
function allowsByAnswer(
  answer: unknown,
  origin: string,
  options: NormalizedOptions,
  isPublicSuffix: PublicSuffixTest | undefined,
): boolean {
  // Unlike the option, true is about one origin here, so it is not unsafe with credentials; nor is
  // the origin itself.
  if (answer === true || answer === origin) return origin !== 'null' || allowsNull(answer, options)
  return !meansNobody(answer) && matcherOfAnswer(answer, options, isPublicSuffix)(origin)
}

/** Any site can send `null`, so with credentials it must be named, and the risk accepted. */
function allowsNull(
  answer: unknown,
  { credentials, dangerouslyAllow }: NormalizedOptions,
): boolean {
  return !credentials || (answer === 'null' && dangerouslyAllow.includes('null-origin'))
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
  { credentials }: NormalizedOptions,
): OriginMatcher {
  if (origin === '*') return () => true
  if (origin === false) return () => false
  if (origin !== true) return compileOriginRules(origin)
  // Any site can send "null", so with credentials it is allowed only if it is listed.
  return credentials ? isTupleOrigin : isWellFormedOrigin
}

function isOriginAnswer(value: unknown): boolean {
  return (
    typeof value === 'boolean' ||
    typeof value === 'string' ||
    Array.isArray(value) ||
    value instanceof RegExp
  )
}

function matcherOfAnswer(
  answer: unknown,
  options: NormalizedOptions,
  isPublicSuffix: PublicSuffixTest | undefined,
): OriginMatcher {
  const { credentials, dangerouslyAllow } = options
  if (answer === '*' && !credentials) return matcherOf(answer, options)
  const found: ConfigIssue[] = []
  const rules = parseAnsweredRules(answer, { credentials, isPublicSuffix }, found)
  const problems = unacknowledged(found, dangerouslyAllow)
  if (problems.length > 0) throw new CorsConfigError(problems, 'origin answer')
  return compileOriginRules(rules)
}

function parseAnsweredRules(
  answer: unknown,
  context: OriginContext,
  issues: ConfigIssue[],
): readonly OriginRule[] {
  const path = 'origin()'
  if (answer === '*') {
    issues.push(configIssue('wildcard-with-credentials', path, answer, { option: path }))
  } else if (isOriginAnswer(answer)) return parseOriginRules(answer, path, context, issues)
  else {
    const fix = 'true to allow this origin, or false'
    const details = { expected: EXPECTED_ANSWER, fix, answered: true }
    issues.push(configIssue('invalid-type', path, answer, details))
  }
  return []
}
