import { type CheckOrigins, originsChecker } from '../policy/check-origins.js'
import { isPublicSuffix } from './public-suffix.js'

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
 * @param environment by default with the public suffix list
 * @throws CorsConfigError if the other options are wrong, never for a row
 */
export const checkOrigins: CheckOrigins = originsChecker({ isPublicSuffix })
