import {
  createPolicy as createPurePolicy,
  type PolicyEnvironment,
} from '../policy/create-policy.js'
import { isPublicSuffix } from './public-suffix.js'

/**
 * `createPolicy` of `strict-cors/policy`, with the public suffix list.
 * @throws CorsConfigError naming every problem of the options
 */
export const createPolicy: typeof createPurePolicy = (
  options?: Parameters<typeof createPurePolicy>[0],
  environment: PolicyEnvironment = { isPublicSuffix },
) => createPurePolicy(options, environment)
