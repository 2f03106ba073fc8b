import type { Fix } from './fix.js'

/** Where a misplaced header belongs: what can carry it. */
export type HeaderPlace = 'request' | 'response' | 'preflight-response'

/** What each code needs to know for its sentences. */
export interface IssueDetails {
  'unknown-option': { readonly fix: Fix }
  'invalid-type': {
    readonly expected: string
    readonly fix: Fix
    /** Whether a function answered with the value. */
    readonly answered?: boolean
  }
  'origin-missing': {
    readonly fix: Fix
    /** Whether a template made `undefined` a part of the string. */
    readonly inTemplate?: boolean
  }
  'origin-invalid': { readonly problem: string; readonly fix: Fix }
  'wildcard-in-list': { readonly fix: Fix }
  'wildcard-with-credentials': {
    readonly option: 'origin' | 'origin()' | 'exposedHeaders'
    /** Whether there is no `origin`, which then is `'*'`. */
    readonly omitted?: boolean
  }
  'method-invalid': { readonly fix: Fix }
  'method-forbidden': { readonly fix: Fix }
  'method-case': { readonly method: string }
  'header-name-invalid': { readonly fix: Fix }
  'regexp-stateful': { readonly fix: Fix }
  'regexp-slow': {
    readonly fix: Fix
    /** Whether it is unknown how long it takes. */
    readonly isUncertain?: boolean
  }
  'max-age-invalid': { readonly fix: Fix }
  'status-invalid': { readonly fix: Fix }
  'enforce-without-allowlist': {
    readonly origin: boolean | '*' | readonly (string | RegExp)[]
  }
  'any-origin': { readonly attacker?: string | null; readonly fix?: Fix }
  'null-origin': { readonly fix: Fix }
  'insecure-origin': {
    readonly fix: Fix
    readonly attacker?: string | null
    /** Whether the host is in a private network. */
    readonly isPrivate?: boolean
  }
  'public-suffix-wildcard': {
    readonly suffix: string
    readonly known: boolean
    readonly attacker?: string | null
    readonly fix?: Fix
  }
  'open-regexp': { readonly attacker: string | null; readonly fix: Fix }
  'unused-acknowledgement': { readonly code: string }
  'header-forbidden': { readonly fix: Fix }
  'exposed-header-redundant': { readonly fix: Fix }
  'exposed-header-forbidden': { readonly fix: Fix }
  'max-age-capped': object
  'enforce-with-null-origin': { readonly fix: Fix }
  'header-misplaced': { readonly place: HeaderPlace; readonly fix: Fix }
  'origin-redundant': { readonly cover: string | null }
}
