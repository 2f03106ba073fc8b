import { quote } from '../../fetch/quote.js'
import type { UnsafeCode } from '../options.js'
import { formatValue } from './format-value.js'

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

/** Something wrong with the options, for programs and for people. */
export interface ConfigIssue {
  readonly code: ConfigIssueCode
  /** Where: `origin`, `origin[2]`, `methods[0]`; empty if the options as a whole are wrong. */
  readonly path: string
  /** The value found there. */
  readonly value: unknown
  /** What is wrong, in a sentence without full stop. */
  readonly message: string
  /** What to write instead. */
  readonly fix: string
  readonly severity: Severity
}

/** The fix if it is unknown which origins are meant. */
export const LIST_ORIGINS = 'list the exact origins'

const INSTEAD_OF_WILDCARD = {
  origin: 'list the exact origins, as in origin: ["https://app.example.com"]',
  'origin()': 'true, for this origin alone',
  exposedHeaders: 'list the headers, as in exposedHeaders: ["ETag"]',
}

/** What each code needs to know for its sentences. */
interface IssueDetails {
  'unknown-option': { readonly suggestion: string | null; readonly names: readonly string[] }
  'invalid-type': {
    readonly expected: string
    readonly fix: string
    /** Whether a function answered with the value. */
    readonly answered?: boolean
  }
  'origin-missing': { readonly fix: string }
  'origin-invalid': { readonly problem: string; readonly fix: string }
  'wildcard-in-list': { readonly fix: string }
  'wildcard-with-credentials': { readonly option: keyof typeof INSTEAD_OF_WILDCARD }
  'method-invalid': { readonly fix: string }
  'method-forbidden': object
  'method-case': { readonly method: string }
  'header-name-invalid': { readonly fix: string }
  'regexp-stateful': { readonly fix: string }
  'regexp-slow': { readonly fix: string }
  'max-age-invalid': { readonly fix: string }
  'status-invalid': object
  'enforce-without-allowlist': { readonly origin: boolean | '*' }
  'any-origin': { readonly attacker?: string | null; readonly fix?: string }
  'null-origin': { readonly fix: string }
  'insecure-origin': { readonly fix: string; readonly attacker?: string | null }
  'public-suffix-wildcard': {
    readonly suffix: string
    readonly known: boolean
    readonly attacker?: string | null
    readonly fix?: string
  }
  'open-regexp': { readonly attacker: string | null; readonly fix: string }
  'unused-acknowledgement': { readonly code: string }
  'header-forbidden': object
  'exposed-header-redundant': object
  'exposed-header-forbidden': object
  'max-age-capped': object
  'enforce-with-null-origin': object
}

interface IssueText<Code extends ConfigIssueCode, Details = IssueDetails[Code]> {
  readonly severity: Code extends UnsafeCode ? 'unsafe' : Exclude<Severity, 'unsafe'>
  readonly message: (details: Details, value: unknown) => string
  readonly fix: (details: Details, value: unknown) => string
}

/** One row per code; a missing row is a type error. */
export const CONFIG_ISSUES: { readonly [Code in ConfigIssueCode]: IssueText<Code> } = {
  'unknown-option': {
    severity: 'error',
    message: () => 'there is no option of this name',
    fix: ({ suggestion, names }) =>
      suggestion === null
        ? `remove it; the options are ${names.join(', ')}`
        : `did you mean ${suggestion}?`,
  },
  'invalid-type': {
    severity: 'error',
    message: ({ expected, answered }, value) =>
      answered ? `expected ${expected}` : withHint(`expected ${expected}`, value),
    fix: ({ fix }) => fix,
  },
  'origin-missing': {
    severity: 'error',
    message: (_, value) => withHint('no origin is named', value),
    fix: ({ fix }) => fix,
  },
  'origin-invalid': {
    severity: 'error',
    message: ({ problem }) => problem,
    fix: ({ fix }) => fix,
  },
  'wildcard-in-list': {
    severity: 'error',
    message: () => '* means any origin and cannot be one of several',
    fix: ({ fix }) => fix,
  },
  'wildcard-with-credentials': {
    severity: 'error',
    message: ({ option }, value) => {
      if (option === 'exposedHeaders') {
        return 'browsers treat * as a name when credentials are on'
      }
      return value === undefined
        ? 'origin is "*" if omitted, and browsers refuse that when credentials are on'
        : 'browsers refuse * when credentials are on'
    },
    fix: ({ option }) => INSTEAD_OF_WILDCARD[option],
  },
  'method-invalid': {
    severity: 'error',
    message: () => 'a method is a token, RFC 9110 §5.6.2',
    fix: ({ fix }) => fix,
  },
  'method-forbidden': {
    severity: 'error',
    message: () => 'CONNECT, TRACE and TRACK are forbidden methods: no page can send them',
    fix: () => 'remove it',
  },
  'method-case': {
    severity: 'error',
    message: ({ method }, value) =>
      method === 'PATCH'
        ? `methods compare by byte, and pages send PATCH; ${formatValue(value)} is another method`
        : `methods compare by byte, and browsers send ${method}`,
    fix: ({ method }) => quote(method),
  },
  'header-name-invalid': {
    severity: 'error',
    message: () => 'a header name is a token, RFC 9110 §5.6.2',
    fix: ({ fix }) => fix,
  },
  'regexp-stateful': {
    severity: 'error',
    message: () =>
      'with the flag g or y it remembers its last match and alternates between yes and no',
    fix: ({ fix }) => fix,
  },
  'regexp-slow': {
    severity: 'error',
    message: () => 'a short Origin can keep it busy for seconds, and the server with it',
    fix: ({ fix }) => fix,
  },
  'max-age-invalid': {
    severity: 'error',
    message: (_, value) => withHint('expected whole seconds, 0 or more', value),
    fix: ({ fix }) => fix,
  },
  'status-invalid': {
    severity: 'error',
    message: (_, value) =>
      withHint('browsers accept a preflight response only with an ok status, 200 to 299', value),
    fix: () => '204',
  },
  'enforce-without-allowlist': {
    severity: 'error',
    message: ({ origin }) =>
      origin === false
        ? 'enforce lets through what origin allows, and origin: false allows nobody'
        : `enforce rejects what origin does not allow, and origin: ${formatValue(origin)} allows everybody`,
    fix: () =>
      'list the origins whose pages may send requests, as in origin: ["https://app.example.com"]',
  },
  'any-origin': {
    severity: 'unsafe',
    message: ({ attacker }) =>
      `${letsIn(attacker)}any site could read your users' data with their cookies`,
    fix: ({ fix = LIST_ORIGINS }) => acknowledge(fix, 'any-origin'),
  },
  'null-origin': {
    severity: 'unsafe',
    message: () => 'every site can send "null" from a sandboxed frame, and credentials are on',
    fix: ({ fix }) => acknowledge(fix, 'null-origin'),
  },
  'insecure-origin': {
    severity: 'unsafe',
    message: ({ attacker }) =>
      `${letsIn(attacker)}anyone on the network path can write pages of an http: origin, and credentials are on`,
    fix: ({ fix }) => acknowledge(fix, 'insecure-origin'),
  },
  'public-suffix-wildcard': {
    severity: 'unsafe',
    message: ({ suffix, known, attacker }) =>
      known
        ? `${letsIn(attacker)}anyone can register a name under ${suffix}, and credentials are on`
        : `${letsIn(attacker)}without the public suffix list it is unknown whether anyone can register a name under ${suffix}, and credentials are on`,
    fix: ({ known, fix = LIST_ORIGINS }) =>
      known
        ? acknowledge(fix, 'public-suffix-wildcard')
        : acknowledge(
            "import createPolicy from 'strict-cors', or pass { isPublicSuffix }",
            'public-suffix-wildcard',
          ),
  },
  'open-regexp': {
    severity: 'unsafe',
    message: ({ attacker }) =>
      attacker === null
        ? 'it is unknown which origins it lets in, and credentials are on'
        : `it lets in ${quote(attacker)}, and credentials are on`,
    fix: ({ fix }) => acknowledge(fix, 'open-regexp'),
  },
  'unused-acknowledgement': {
    severity: 'advice',
    message: ({ code }) => `these options contain no ${code}`,
    fix: () => 'remove it, so that it cannot cover a later mistake',
  },
  'header-forbidden': {
    severity: 'advice',
    message: () => 'a forbidden request-header: no page can set it, so allowing it has no effect',
    fix: () => 'remove it',
  },
  'exposed-header-redundant': {
    severity: 'advice',
    message: () =>
      'a CORS-safelisted response-header name: every page that may read the response can read this header',
    fix: () => 'remove it',
  },
  'exposed-header-forbidden': {
    severity: 'advice',
    message: () => 'a forbidden response-header name: browsers never let a page read it',
    fix: () => 'remove it',
  },
  'max-age-capped': {
    severity: 'advice',
    message: () => 'Firefox keeps a preflight for 86400 seconds at most, Chromium for 7200',
    fix: () => '86400',
  },
  'enforce-with-null-origin': {
    severity: 'advice',
    message: () =>
      'origin allows "null", which every site can send from a sandboxed frame, so enforce stops no site that does',
    fix: () => 'remove "null" from origin',
  },
}

/** Makes the issue of a code: where it is, the value there, and what its sentences need. */
export function configIssue<Code extends ConfigIssueCode>(
  code: Code,
  path: string,
  value: unknown,
  details: IssueDetails[Code],
): ConfigIssue {
  const text = CONFIG_ISSUES[code]
  return Object.freeze({
    code,
    path,
    value,
    message: text.message(details, value),
    fix: text.fix(details, value),
    severity: text.severity,
  })
}

/** The beginning of a message on a regular expression. */
function letsIn(attacker: string | null | undefined): string {
  return attacker ? `it lets in ${quote(attacker)}; ` : ''
}

/** A message on an option that may come from the environment. */
function withHint(message: string, value: unknown): string {
  return value === undefined
    ? `${message}; undefined does not mean the default; it may be an unset environment variable`
    : message
}

function acknowledge(fix: string, code: ConfigIssueCode): string {
  return `${fix}, or accept the risk with dangerouslyAllow: ['${code}']`
}
