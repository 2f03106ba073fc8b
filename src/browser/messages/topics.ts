import type { MessageCode } from './explanation.js'

/** What a `not-cors` message is about; each has sentences of its own. */
export type NotCorsTopic =
  | 'mixed-content'
  | 'content-security-policy'
  | 'error-status'
  | 'embedder-policy'
  | 'request-canceled'
  | 'browser-extension'
  | 'local-file'
  | 'framing'
  | 'unsafe-request'
  | 'cross-origin-access'
  | 'mime-type'
  | 'unreadable-body'
  | 'cors-switched-off'
  | 'development-server'

/** A code, or one of the subjects that share the code `not-cors`. */
export type Topic = Exclude<MessageCode, 'not-cors'> | NotCorsTopic

const NOT_CORS: ReadonlySet<string> = new Set<string>([
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
] satisfies NotCorsTopic[])

/** The code of a topic. */
export function codeOf(topic: Topic): MessageCode {
  return isNotCors(topic) ? 'not-cors' : topic
}

function isNotCors(topic: Topic): topic is NotCorsTopic {
  return NOT_CORS.has(topic)
}

/** The sentences of one browser for each topic. */
export type Wordings = { readonly [About in Topic]?: readonly string[] }
