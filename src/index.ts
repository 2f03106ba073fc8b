export {
  type CorsMiddleware,
  type CorsSource,
  cors,
  cors as default,
  type Next,
} from './connect/cors.js'
// Goes before the `createPolicy` of './policy.js', which knows no public suffix list.
export { createPolicy } from './connect/create-policy.js'
export type { CorsDelegate, DelegateCallback } from './connect/source.js'
export * from './policy.js'
