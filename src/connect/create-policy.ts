import { type CreatePolicy, policyFactory } from '../policy/create-policy.js'
import { isPublicSuffix } from './public-suffix.js'

/** `createPolicy` with the public suffix list. */
export const createPolicy: CreatePolicy = policyFactory({ isPublicSuffix })
