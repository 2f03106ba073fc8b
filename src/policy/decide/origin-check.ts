import { isSerializedOrigin } from '../../fetch/origin.js'
import { unacknowledged } from '../config/acknowledgements.js'
import { CorsConfigError } from '../config/config-error.js'
import { type ConfigIssue, configIssue } from '../config/config-issue.js'
import type { OriginContext, PublicSuffixTest } from '../config/origin-risks.js'
import { parseOriginRules } from '../config/parse-origin-option.js'
import type { NormalizedOptions, OriginRule } from '../options.js'
import { compileOriginRules, type OriginMatcher } from '../origins/origin-matcher.js'
import { MAX_ORIGIN_LENGTH } from '../origins/origin-rule.js'
import { firstAnswer } from './first-answer.js'

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
  if (typeof origin !== 'function') return matcherOf(origin)
  const isAnswer = origin.length < 2 ? () => true : isOriginAnswer
  return (value) => {
    if (!isWellFormedOrigin(value)) return false
    const answer = firstAnswer((callback) => origin(value, callback), isAnswer)
    // Unlike the option, true is about one origin here, so it is not unsafe with credentials. It
    // does not mean "null", which any site can send.
    const matches = (rule: unknown) =>
      typeof rule === 'boolean'
        ? rule && value !== 'null'
        : matcherOfAnswer(rule, options, isPublicSuffix)(value)
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
  // Any site can send "null", so it is allowed only if it is listed.
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

/** @throws CorsConfigError if the answer is not valid as the option `origin` */
function matcherOfAnswer(
  answer: unknown,
  { credentials, dangerouslyAllow }: NormalizedOptions,
  isPublicSuffix: PublicSuffixTest | undefined,
): OriginMatcher {
  if (answer === '*' && !credentials) return matcherOf(answer)
  const found: ConfigIssue[] = []
  const rules = parseAnsweredRules(answer, { credentials, isPublicSuffix }, found)
  const problems = unacknowledged(found, dangerouslyAllow)
  if (problems.length > 0) throw new CorsConfigError(problems)
  return matcherOf(rules)
}

function parseAnsweredRules(
  answer: unknown,
  context: OriginContext,
  issues: ConfigIssue[],
): readonly OriginRule[] {
  const path = 'origin()'
  const fix = 'true to allow this origin, or false'
  if (answer === '*') {
    issues.push(configIssue('wildcard-with-credentials', path, answer, { option: path }))
  } else if (answer === '' || (Array.isArray(answer) && answer.length === 0)) {
    issues.push(configIssue('origin-missing', path, answer, { fix }))
  } else if (isOriginAnswer(answer)) return parseOriginRules(answer, path, context, issues)
  else {
    const details = { expected: EXPECTED_ANSWER, fix, answered: true }
    issues.push(configIssue('invalid-type', path, answer, details))
  }
  return []
}
