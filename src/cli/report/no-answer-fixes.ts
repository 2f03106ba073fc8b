import type { NoAnswerCause } from '../../browser/algorithms/blocked-facts.js'

/** What the command can do if there is no response, in place of what a test can. */
export const NO_ANSWER_FIXES: Partial<Readonly<Record<NoAnswerCause['type'], string>>> = {
  tls: 'name the certificate of the authority with --cacert, or do not verify it with -k; if the server has no TLS, write http:// in the URL',
  timeout: 'look for what the server waits for, or wait longer with -m',
}
