import { unacknowledged } from './config/acknowledgements.js'
import { CorsConfigError, fromCallOf } from './config/issues/config-error.js'
import { type ConfigIssue, configIssue } from './config/issues/config-issue.js'
import { parseItem } from './config/origin/parse-origin-items.js'
import { parseOptions } from './config/parse-options.js'
import type { PolicyEnvironment } from './create-policy.js'
import type { OptionsWithOrigin } from './options.js'
import type { PublicSuffixTest } from './origins/origin-risks.js'
import type { OriginRule } from './origins/origin-rule.js'

/** Every option besides `origin`; `credentials` and `dangerouslyAllow` decide which rows are good. */
export interface OptionsBesidesOrigin extends Omit<OptionsWithOrigin, 'origin'> {}

/** Which rows can be origins of a policy, and what is wrong with the others. */
export interface CheckedOrigins {
  /** The good rows, in their order. There may be none: `origin` then needs `false`. */
  readonly origins: readonly OriginRule[]
  /** What is wrong with the others; `path` is `origin[7]` for the row of index 7. */
  readonly issues: readonly ConfigIssue[]
}

/** The signature of `checkOrigins`. */
export type CheckOrigins = (
  rows: readonly unknown[],
  options?: OptionsBesidesOrigin,
  environment?: PolicyEnvironment,
) => CheckedOrigins

/** A row can always be left out. */
const PLACE = { inList: true, isRemovable: true }

/** `checkOrigins` for an environment that a caller may still replace. */
export function originsChecker(defaultEnvironment: PolicyEnvironment): CheckOrigins {
  function checkOrigins(
    rows: readonly unknown[],
    options: OptionsBesidesOrigin = {},
    { isPublicSuffix } = defaultEnvironment,
  ): CheckedOrigins {
    return fromCallOf(checkOrigins, () => check(rows, options, isPublicSuffix))
  }
  return checkOrigins
}

/** @throws CorsConfigError */
function check(
  rows: readonly unknown[],
  options: OptionsBesidesOrigin,
  isPublicSuffix: PublicSuffixTest | undefined,
): CheckedOrigins {
  if (!Array.isArray(rows)) {
    const details = { expected: 'an array of rows', fix: '["https://app.example.com"]' }
    throw new CorsConfigError([configIssue('invalid-type', 'origin', rows, details)])
  }
  // Any function will do: it is not called.
  const given = { ...options, origin: Boolean }
  const { credentials, dangerouslyAllow } = parseOptions(given, isPublicSuffix).options
  const context = { credentials, isPublicSuffix, accepted: dangerouslyAllow }
  const origins: OriginRule[] = []
  const issues: ConfigIssue[] = []
  // Spread, since forEach would skip the holes of a sparse array.
  const items: readonly unknown[] = [...rows]
  items.forEach((item, index) => {
    const found: ConfigIssue[] = []
    const rule = parseItem(item, `origin[${index}]`, PLACE, context, found)
    const problems = unacknowledged(found, dangerouslyAllow)
    if (rule === null || problems.length > 0) issues.push(...problems)
    else origins.push(rule)
  })
  return Object.freeze({ origins: Object.freeze(origins), issues: Object.freeze(issues) })
}

/**
 * Checks origins that come from a database or a file, where one bad row must not keep the others out:
 * the good ones can go to `update()`, and the issues to a log. `createPolicy` judges the same way, but
 * throws.
 *
 * @example
 * const options = { credentials: true }
 * const { origins, issues } = checkOrigins(rows, options)
 * middleware.update({ ...options, origin: origins.length > 0 ? origins : false })
 *
 * @param rows whatever the database returned; each one should be an origin or a pattern
 * @param options the other options of the policy
 * @param environment by default without the public suffix list, as for `createPolicy`
 * @throws CorsConfigError if the other options are wrong, never for a row
 */
export const checkOrigins: CheckOrigins = originsChecker({})
