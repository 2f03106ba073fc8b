export {
  type CheckedOrigins,
  type CheckOrigins,
  checkOrigins,
  type OptionsBesidesOrigin,
} from './policy/check-origins.js'
export { CorsConfigError } from './policy/config/config-error.js'
export type { ConfigIssue, ConfigIssueCode, Severity } from './policy/config/config-issue.js'
export type { PublicSuffixTest } from './policy/config/origin-risks.js'
export type { Edit } from './policy/config/repair.js'
export { type CreatePolicy, createPolicy, type PolicyEnvironment } from './policy/create-policy.js'
export type {
  CorsRequest,
  Decision,
  Denial,
  DenialCode,
  RequestKind,
} from './policy/decision.js'
export type {
  CorsOptions,
  HookRequest,
  NormalizedOptions,
  OriginAnswer,
  OriginCallback,
  OriginFunction,
  OriginOption,
  OriginRule,
  UnsafeCode,
} from './policy/options.js'
export type { Policy } from './policy/policy.js'
