export type {
  CorsDelegate,
  CorsOptionsDelegate,
  DelegateCallback,
} from './connect/app-functions/delegate.js'
// These win over the same names in './policy.js', which do not know the public suffix list.
export { checkOrigins } from './connect/check-origins.js'
export {
  type CorsMiddleware,
  type CorsSource,
  cors,
  cors as default,
  type Next,
} from './connect/cors.js'
export { createPolicy } from './connect/create-policy.js'
export * from './policy.js'
