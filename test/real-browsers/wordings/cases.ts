import type { BlockedCode, MessageFacts } from '../../../src/testing.js'
import type { CaseReply } from '../../fetch-cases/verdicts.js'
import type { Engine } from '../drivers/real-browser.js'
import type { PageRequest } from '../pages/page.js'

/** How a page may ask, so that a browser prints why it refuses. */
export type Kind = 'fetch' | 'xhr' | 'font' | 'module-script'

export interface WordingCase {
  readonly id: string
  /** What the model says. */
  readonly code: BlockedCode
  /** What a message may tell besides URL, origin and status. `{O}` is the page's origin. */
  readonly facts: Pick<MessageFacts, 'headerValue' | 'header' | 'method' | 'redirectedTo'>
  /**
   * The code that each engine's words stand for, and which facts they tell: `code url origin`. Empty
   * if it prints nothing.
   */
  readonly told: Readonly<Record<Engine, string>>
  readonly kinds: readonly Kind[]
  readonly init?: PageRequest['init']
  /** To preflights, too. `{O}` is the page's origin, `{R}` the server's, `{SELF}` the URL. */
  readonly response: CaseReply
}

const ALL: readonly Kind[] = ['fetch', 'xhr', 'font', 'module-script']
const BY_SCRIPT: readonly Kind[] = ['fetch', 'xhr']
const SHARED = ['Access-Control-Allow-Origin', '{O}'] as const

function allowOrigin(...values: readonly string[]): CaseReply {
  return { headers: values.map((value) => ['Access-Control-Allow-Origin', value] as const) }
}

function redirect(location: string): CaseReply {
  return { status: 302, headers: [SHARED, ['Location', location]] }
}

const put = { method: 'PUT' }
const include = { method: 'GET', credentials: 'include' } as const
const custom = { method: 'GET', headers: [['X-Custom', '1']] } as const

export const wordingCases: readonly WordingCase[] = [
  {
    id: 'missing',
    code: 'allow-origin-missing',
    facts: {},
    told: {
      chromium: 'allow-origin-missing url origin',
      firefox: 'allow-origin-missing url status',
      webkit: 'allow-origin-missing-or-mismatch url origin status',
    },
    kinds: ALL,
    response: { headers: [] },
  },
  {
    id: 'missing-404',
    code: 'allow-origin-missing',
    facts: {},
    told: {
      chromium: 'allow-origin-missing url origin',
      firefox: 'allow-origin-missing url status',
      webkit: 'allow-origin-missing-or-mismatch url origin status',
    },
    kinds: ALL,
    response: { status: 404, headers: [] },
  },
  {
    id: 'missing-in-preflight',
    code: 'allow-origin-missing',
    facts: {},
    told: {
      chromium: 'allow-origin-missing url origin',
      firefox: 'allow-origin-missing url status',
      webkit: 'allow-origin-missing-or-mismatch url origin status',
    },
    kinds: BY_SCRIPT,
    init: put,
    response: { headers: [] },
  },
  {
    id: 'multiple',
    code: 'allow-origin-multiple',
    facts: { headerValue: '{O}, *' },
    told: {
      chromium: 'allow-origin-multiple url origin headerValue',
      firefox: 'allow-origin-multiple url',
      webkit: 'allow-origin-multiple url',
    },
    kinds: ALL,
    response: allowOrigin('{O}', '*'),
  },
  {
    id: 'multiple-in-one-line',
    code: 'allow-origin-multiple',
    facts: { headerValue: '{O}, https://other.example' },
    told: {
      chromium: 'allow-origin-multiple url origin headerValue',
      firefox: 'allow-origin-multiple url headerValue',
      webkit: 'allow-origin-multiple url',
    },
    kinds: ALL,
    response: allowOrigin('{O}, https://other.example'),
  },
  {
    id: 'invalid',
    code: 'allow-origin-invalid',
    facts: { headerValue: 'localhost' },
    told: {
      chromium: 'allow-origin-invalid url origin headerValue',
      firefox: 'allow-origin-mismatch url headerValue',
      webkit: 'allow-origin-missing-or-mismatch url origin status',
    },
    kinds: ALL,
    response: allowOrigin('localhost'),
  },
  {
    id: 'mismatch',
    code: 'allow-origin-mismatch',
    facts: { headerValue: 'https://other.example' },
    told: {
      chromium: 'allow-origin-mismatch url origin headerValue',
      firefox: 'allow-origin-mismatch url headerValue',
      webkit: 'allow-origin-missing-or-mismatch url origin status',
    },
    kinds: ALL,
    response: allowOrigin('https://other.example'),
  },
  {
    id: 'wildcard',
    code: 'allow-origin-wildcard-with-credentials',
    facts: { headerValue: '*' },
    told: {
      chromium: 'allow-origin-wildcard-with-credentials url origin headerValue',
      firefox: 'allow-origin-wildcard-with-credentials url headerValue',
      webkit: 'allow-origin-wildcard-with-credentials url headerValue',
    },
    kinds: BY_SCRIPT,
    init: include,
    response: allowOrigin('*'),
  },
  {
    id: 'credentials-missing',
    code: 'allow-credentials-not-true',
    facts: { headerValue: '' },
    told: {
      chromium: 'allow-credentials-not-true url origin headerValue',
      firefox: 'allow-credentials-not-true url',
      webkit: 'allow-credentials-not-true url',
    },
    kinds: BY_SCRIPT,
    init: include,
    response: allowOrigin('{O}'),
  },
  {
    id: 'credentials-invalid',
    code: 'allow-credentials-not-true',
    facts: { headerValue: 'True' },
    told: {
      chromium: 'allow-credentials-not-true url origin headerValue',
      firefox: 'allow-credentials-not-true url',
      webkit: 'allow-credentials-not-true url',
    },
    kinds: BY_SCRIPT,
    init: include,
    response: { headers: [SHARED, ['Access-Control-Allow-Credentials', 'True']] },
  },
  {
    id: 'preflight-redirected',
    code: 'preflight-redirected',
    facts: {},
    told: {
      chromium: 'preflight-redirected url origin',
      firefox: 'preflight-redirected url status',
      webkit: 'preflight-redirected url status',
    },
    kinds: BY_SCRIPT,
    init: put,
    response: { status: 301, headers: [SHARED, ['Location', '{R}/elsewhere']] },
  },
  {
    id: 'preflight-status',
    code: 'preflight-status-not-ok',
    facts: {},
    told: {
      chromium: 'preflight-status-not-ok url origin',
      firefox: 'preflight-status-not-ok url status',
      webkit: 'preflight-status-not-ok url status',
    },
    kinds: BY_SCRIPT,
    init: put,
    response: { status: 500, headers: [SHARED] },
  },
  {
    id: 'methods-invalid',
    code: 'allow-methods-invalid',
    facts: { headerValue: 'PUT PATCH' },
    told: {
      chromium: 'allow-methods-invalid url origin',
      firefox: 'allow-methods-invalid url headerValue',
      webkit: 'allow-methods-invalid url headerValue',
    },
    kinds: BY_SCRIPT,
    init: put,
    response: { headers: [SHARED, ['Access-Control-Allow-Methods', 'PUT PATCH']] },
  },
  {
    id: 'headers-invalid',
    code: 'allow-headers-invalid',
    facts: { headerValue: 'X-Custom X-Other' },
    told: {
      chromium: 'allow-headers-invalid url origin',
      firefox: 'allow-headers-invalid url headerValue',
      webkit: 'allow-headers-invalid url headerValue',
    },
    kinds: BY_SCRIPT,
    init: custom,
    response: { headers: [SHARED, ['Access-Control-Allow-Headers', 'X-Custom X-Other']] },
  },
  {
    id: 'method',
    code: 'method-not-in-allow-methods',
    facts: { method: 'PUT' },
    told: {
      chromium: 'method-not-in-allow-methods url origin method',
      firefox: 'method-not-in-allow-methods url',
      webkit: 'method-not-in-allow-methods url method',
    },
    kinds: BY_SCRIPT,
    init: put,
    response: { headers: [SHARED, ['Access-Control-Allow-Methods', 'PATCH']] },
  },
  {
    id: 'header',
    code: 'header-not-in-allow-headers',
    facts: { header: 'X-Custom' },
    told: {
      chromium: 'header-not-in-allow-headers url origin header',
      firefox: 'header-not-in-allow-headers url header',
      webkit: 'header-not-in-allow-headers url header',
    },
    kinds: BY_SCRIPT,
    init: custom,
    response: { headers: [SHARED, ['Access-Control-Allow-Headers', 'X-Other']] },
  },
  {
    id: 'authorization',
    code: 'authorization-under-wildcard',
    facts: {},
    told: { chromium: '', firefox: '', webkit: '' },
    kinds: BY_SCRIPT,
    init: { method: 'GET', headers: [['Authorization', 'Bearer x']] },
    response: { headers: [SHARED, ['Access-Control-Allow-Headers', '*']] },
  },
  {
    id: 'same-origin',
    code: 'cross-origin-in-same-origin-mode',
    facts: {},
    told: {
      chromium: 'cross-origin-in-same-origin-mode url origin',
      firefox: 'cross-origin-in-same-origin-mode url',
      webkit: 'unspecific url',
    },
    kinds: ['fetch'],
    init: { method: 'GET', mode: 'same-origin' },
    response: allowOrigin('*'),
  },
  {
    id: 'no-cors',
    code: 'redirect-mode-in-no-cors-mode',
    facts: {},
    told: {
      chromium: 'redirect-mode-in-no-cors-mode url',
      firefox: 'unspecific',
      webkit: 'redirect-mode-in-no-cors-mode url',
    },
    kinds: ['fetch'],
    init: { method: 'GET', mode: 'no-cors', redirect: 'error' },
    response: allowOrigin('*'),
  },
  {
    id: 'redirect-error',
    code: 'redirect-in-error-mode',
    facts: {},
    told: { chromium: 'unspecific', firefox: 'unspecific', webkit: 'redirect-in-error-mode url' },
    kinds: ['fetch'],
    init: { method: 'GET', redirect: 'error' },
    response: redirect('{R}/elsewhere'),
  },
  {
    id: 'location',
    code: 'redirect-location-invalid',
    facts: { redirectedTo: 'http://:' },
    told: {
      chromium: 'redirect-location-invalid',
      firefox: 'unspecific url',
      webkit: 'redirect-location-invalid url redirectedTo',
    },
    kinds: ALL,
    response: redirect('http://:'),
  },
  {
    id: 'scheme',
    code: 'redirect-scheme-not-http',
    facts: { redirectedTo: 'custom://example.com/' },
    told: {
      chromium: 'redirect-scheme-not-http url origin redirectedTo',
      firefox: 'scheme-not-http url=redirectedTo',
      webkit: 'redirect-scheme-not-http url redirectedTo',
    },
    kinds: ALL,
    response: redirect('custom://example.com/'),
  },
  {
    id: 'userinfo',
    code: 'redirect-with-userinfo',
    facts: { redirectedTo: 'http://user:secret@example.com/' },
    told: {
      chromium: 'redirect-with-userinfo url origin',
      firefox: 'unspecific url',
      webkit: 'redirect-with-userinfo url redirectedTo',
    },
    kinds: ALL,
    response: redirect('http://user:secret@example.com/'),
  },
  {
    id: 'loop',
    code: 'redirect-limit-reached',
    facts: {},
    told: {
      chromium: 'redirect-limit-reached',
      firefox: 'unspecific url',
      webkit: 'redirect-limit-reached url',
    },
    kinds: ALL,
    response: redirect('{SELF}'),
  },
  {
    id: 'resource-policy',
    code: 'cross-origin-resource-policy',
    facts: {},
    told: {
      chromium: 'cross-origin-resource-policy',
      firefox: 'cross-origin-resource-policy url',
      webkit: 'cross-origin-resource-policy url',
    },
    kinds: ['fetch'],
    init: { method: 'GET', mode: 'no-cors' },
    response: { headers: [['Cross-Origin-Resource-Policy', 'same-origin']] },
  },
  {
    id: 'proxy',
    code: 'proxy-authentication-required',
    facts: {},
    told: { chromium: 'proxy-authentication-required', firefox: '', webkit: '' },
    kinds: BY_SCRIPT,
    response: { status: 407, headers: [SHARED] },
  },
  {
    id: 'no-answer',
    code: 'no-answer',
    facts: {},
    told: { chromium: 'no-answer', firefox: 'unspecific url', webkit: 'unspecific' },
    kinds: ALL,
    response: { headers: [] },
  },
]
