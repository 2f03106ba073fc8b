export {
  type CheckedOrigins,
  type CheckOrigins,
  checkOrigins,
  type OptionsBesidesOrigin,
} from './policy/check-origins.js'
export { CorsConfigError } from './policy/config/issues/config-error.js'
export type { ConfigIssue } from './policy/config/issues/config-issue.js'
export type { Edit } from './policy/config/issues/fix.js'
export type { ConfigIssueCode, Severity } from './policy/config/issues/issue-codes.js'
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
  UnsafeCode,
} from './policy/options.js'
export type { PublicSuffixTest } from './policy/origins/origin-risks.js'
export type { OriginRule } from './policy/origins/origin-rule.js'
export type { Policy } from './policy/policy.js'
