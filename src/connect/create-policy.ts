import { type CreatePolicy, policyFactory } from '../policy/create-policy.js'
import { isPublicSuffix } from './public-suffix.js'

/**
 * Turns options into a policy: a frozen object that decides on requests and touches none.
 *
 * @example
 * const policy = createPolicy({ origin: 'https://app.example.com' })
 * policy.evaluate({ method: 'GET', headers: { origin: 'https://app.example.com' } }).allowed // true
 *
 * @param options as for `cors()`; if omitted, every origin may read, without credentials
 * @param environment by default with the public suffix list
 * @throws CorsConfigError with every problem of the options and its fix
 */
export const createPolicy: CreatePolicy = policyFactory({ isPublicSuffix })
