import type { UnsafeCode } from '../../options.js'

/** `error`: cannot work. `unsafe`: lets strangers in. `advice`: has no effect, or an unexpected one. */
export type Severity = 'error' | 'unsafe' | 'advice'

/** Every code of a `ConfigIssue`. The documentation has a heading for each. */
export type ConfigIssueCode =
  | UnsafeCode
  | 'unknown-option'
  | 'invalid-type'
  | 'origin-missing'
  | 'origin-invalid'
  | 'wildcard-in-list'
  | 'wildcard-with-credentials'
  | 'method-invalid'
  | 'method-forbidden'
  | 'method-case'
  | 'header-name-invalid'
  | 'regexp-stateful'
  | 'regexp-slow'
  | 'max-age-invalid'
  | 'status-invalid'
  | 'enforce-without-allowlist'
  | 'unused-acknowledgement'
  | 'header-forbidden'
  | 'exposed-header-redundant'
  | 'exposed-header-forbidden'
  | 'max-age-capped'
  | 'enforce-with-null-origin'
  | 'header-misplaced'
  | 'origin-redundant'
