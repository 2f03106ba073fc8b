import { quote } from '../../../fetch/quote.js'
import type { UnsafeCode } from '../../options.js'
import { type Fix, removal, replacement, withAdvice } from './fix.js'
import { formatValue } from './format-value.js'
import type { ConfigIssueCode, Severity } from './issue-codes.js'
import type { HeaderPlace, IssueDetails } from './issue-details.js'
import { LIST_ORIGINS, TRUE_INSTEAD } from './origin-fixes.js'

const ANY_PORT_OF_THIS_MACHINE =
  'list the exact origins; in development, that is ["http://localhost:*", "http://127.0.0.1:*"]'

const LIST_SOME = 'list the exact origins, as in origin: ["https://app.example.com"]'

const INSTEAD_OF_WILDCARD = {
  origin: removal(` (nothing changes for pages: cookies never worked with "*"), or ${LIST_SOME}`),
  'origin()': TRUE_INSTEAD,
  exposedHeaders: removal(
    ', since it exposes nothing to requests with cookies, or list the headers, as in exposedHeaders: ["ETag"]',
  ),
}

const MISPLACED: Readonly<Record<HeaderPlace, string>> = {
  request: 'a request header: pages send it, and no server needs to',
  response: 'a response header: servers send it, and no page needs to',
  'preflight-response': 'a header of responses to preflights, which no page reads',
}

interface IssueText<Code extends ConfigIssueCode, Details = IssueDetails[Code]> {
  readonly severity: Code extends UnsafeCode ? 'unsafe' : Exclude<Severity, 'unsafe'>
  readonly message: (details: Details, value: unknown) => string
  readonly fix: (details: Details, value: unknown) => Fix
}

/** One row per code; a missing row is a type error. */
export const CONFIG_ISSUES: { readonly [Code in ConfigIssueCode]: IssueText<Code> } = {
  'unknown-option': {
    severity: 'error',
    message: () => 'there is no option with this name',
    fix: ({ fix }) => fix,
  },
  'invalid-type': {
    severity: 'error',
    message: ({ expected, answered }, value) =>
      answered ? `expected ${expected}` : withHint(`expected ${expected}`, value),
    fix: ({ fix }) => fix,
  },
  'origin-missing': {
    severity: 'error',
    message: ({ inTemplate }, value) =>
      inTemplate
        ? 'no origin is named: this is an unset environment variable in a template'
        : withHint('no origin is named', value),
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
    message: ({ option, omitted }) => {
      if (option === 'exposedHeaders') {
        return 'browsers treat * as a name when credentials are on'
      }
      const origin = omitted ? 'origin is "*" if omitted' : 'origin is "*"'
      return option === 'origin'
        ? `${origin}, and browsers refuse that when credentials are on`
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
    fix: ({ fix }) => fix,
  },
  'method-case': {
    severity: 'error',
    message: ({ method }, value) =>
      method === 'PATCH'
        ? `methods are case-sensitive, and pages send PATCH; ${formatValue(value)} is another method`
        : `methods are case-sensitive, and browsers send ${method}`,
    fix: ({ method }) => replacement([method], true),
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
    message: ({ isUncertain }) =>
      isUncertain
        ? 'it is unknown how long a short Origin can keep it busy'
        : 'a short Origin can keep it busy for seconds, and the server with it',
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
    fix: ({ fix }) => fix,
  },
  'enforce-without-allowlist': {
    severity: 'error',
    message: ({ origin }) =>
      origin === false
        ? 'enforce lets through what origin allows, and origin: false allows nobody'
        : `enforce rejects what origin does not allow, and origin: ${formatValue(origin)} allows everybody`,
    fix: () => `${LIST_ORIGINS}, as in origin: ["https://app.example.com"]`,
  },
  'any-origin': {
    severity: 'unsafe',
    message: ({ attacker }) =>
      `${letsIn(attacker)}any site could read your users' data with their cookies`,
    fix: ({ fix = ANY_PORT_OF_THIS_MACHINE }) => acknowledge(fix, 'any-origin'),
  },
  'null-origin': {
    severity: 'unsafe',
    message: () => 'every site can send "null" from a sandboxed frame, and credentials are on',
    fix: ({ fix }) => acknowledge(fix, 'null-origin'),
  },
  'insecure-origin': {
    severity: 'unsafe',
    message: ({ attacker, isPrivate }) =>
      isPrivate
        ? 'anyone on this private network can write pages of an http: origin, and credentials are on; browsers trust no certificate for such an address'
        : `${letsIn(attacker)}anyone on the network path can write pages of an http: origin, and credentials are on`,
    fix: ({ fix, isPrivate }) => (isPrivate ? fix : acknowledge(fix, 'insecure-origin')),
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
            "import { createPolicy } from 'strict-cors', or pass { isPublicSuffix }",
            'public-suffix-wildcard',
          ),
  },
  'open-regexp': {
    severity: 'unsafe',
    message: ({ attacker, isUncertain }) =>
      attacker !== null && !isUncertain
        ? `it lets in ${quote(attacker)}, and credentials are on`
        : `${letsIn(attacker)}it is unknown which ${attacker === null ? '' : 'other '}origins it lets in, and credentials are on`,
    fix: ({ fix }) => acknowledge(fix, 'open-regexp'),
  },
  'unused-acknowledgement': {
    severity: 'advice',
    message: ({ code }) => `these options contain no ${code}`,
    fix: () => removal(', so that it cannot cover a later mistake'),
  },
  'header-forbidden': {
    severity: 'advice',
    message: () => 'a forbidden request-header: no page can set it, so allowing it has no effect',
    fix: ({ fix }) => fix,
  },
  'exposed-header-redundant': {
    severity: 'advice',
    message: () =>
      'a CORS-safelisted response-header name: every page that may read the response can read this header',
    fix: ({ fix }) => fix,
  },
  'exposed-header-forbidden': {
    severity: 'advice',
    message: () => 'a forbidden response-header name: browsers never let a page read it',
    fix: ({ fix }) => fix,
  },
  'max-age-capped': {
    severity: 'advice',
    message: () => 'Firefox keeps a preflight for 86400 seconds at most, Chromium for 7200',
    fix: () => replacement([86_400], false),
  },
  'header-misplaced': {
    severity: 'advice',
    message: ({ place }) => MISPLACED[place],
    fix: ({ fix }) => fix,
  },
  'origin-redundant': {
    severity: 'advice',
    message: ({ cover }) =>
      cover === null ? 'the same origin is listed before' : `${quote(cover)} covers it`,
    fix: () => removal(),
  },
  'enforce-with-null-origin': {
    severity: 'advice',
    message: () =>
      'every site can send "null" from a sandboxed frame, so enforce stops no site that does',
    fix: ({ fix }) => fix,
  },
}

/** The beginning of a message about a regular expression. */
function letsIn(attacker: string | null | undefined): string {
  return attacker ? `it lets in ${quote(attacker)}; ` : ''
}

/** A message about an option that may come from the environment. */
function withHint(message: string, value: unknown): string {
  return value === undefined
    ? `${message}; undefined does not mean the default; it may be an unset environment variable`
    : message
}

function acknowledge(fix: Fix, code: ConfigIssueCode): Fix {
  return withAdvice(fix, `, or accept the risk with dangerouslyAllow: ['${code}']`)
}
