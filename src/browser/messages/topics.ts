import type { MessageCode } from './explanation.js'

/** What a `not-cors` message is about; each has sentences of its own. */
const NOT_CORS_TOPICS = [
  'mixed-content',
  'content-security-policy',
  'error-status',
  'embedder-policy',
  'request-canceled',
  'browser-extension',
  'local-file',
  'framing',
  'unsafe-request',
  'cross-origin-access',
  'mime-type',
  'unreadable-body',
  'cors-switched-off',
  'development-server',
] as const

export type NotCorsTopic = (typeof NOT_CORS_TOPICS)[number]

/** The response to the preflight has no header: another fix, the same code. */
const PREFLIGHT_MISSING = 'preflight-allow-origin-missing'

/** A code, or a subject that shares its code with another. */
export type Topic = Exclude<MessageCode, 'not-cors'> | NotCorsTopic | typeof PREFLIGHT_MISSING

const CODES: { readonly [Code in Exclude<MessageCode, 'not-cors'>]: true } = {
  'allow-origin-missing': true,
  'allow-origin-missing-or-mismatch': true,
  'allow-origin-multiple': true,
  'allow-origin-invalid': true,
  'allow-origin-mismatch': true,
  'allow-origin-wildcard-with-credentials': true,
  'allow-credentials-not-true': true,
  'preflight-redirected': true,
  'preflight-status-not-ok': true,
  'allow-methods-invalid': true,
  'allow-headers-invalid': true,
  'method-not-in-allow-methods': true,
  'header-not-in-allow-headers': true,
  'authorization-under-wildcard': true,
  'cross-origin-in-same-origin-mode': true,
  'redirect-mode-in-no-cors-mode': true,
  'redirect-in-error-mode': true,
  'redirect-location-invalid': true,
  'redirect-scheme-not-http': true,
  'redirect-with-userinfo': true,
  'redirect-limit-reached': true,
  'redirect-after-preflight': true,
  'cross-origin-resource-policy': true,
  'proxy-authentication-required': true,
  'no-answer': true,
  'scheme-not-http': true,
  'local-network-access': true,
  'opaque-response-blocking': true,
  'server-refusal': true,
  unspecific: true,
}

/** Every topic. */
export const TOPICS: readonly Topic[] = [
  ...Object.keys(CODES).filter(isCode),
  PREFLIGHT_MISSING,
  ...NOT_CORS_TOPICS,
]

/** The code of a topic. */
export function codeOf(topic: Topic): MessageCode {
  if (topic === PREFLIGHT_MISSING) return 'allow-origin-missing'
  return isCode(topic) ? topic : 'not-cors'
}

function isCode(name: string): name is Exclude<MessageCode, 'not-cors'> {
  return Object.hasOwn(CODES, name)
}

/** The sentences of one browser for each topic. */
export type Wordings = { readonly [About in Topic]?: readonly string[] }
