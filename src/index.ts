export {
  type CorsMiddleware,
  type CorsSource,
  cors,
  cors as default,
  type Next,
} from './connect/cors.js'
export { createPolicy } from './connect/create-policy.js'
export type { CorsDelegate, DelegateCallback } from './connect/source.js'
export { CorsConfigError } from './policy/config-error.js'
export * from './policy.js'
