import type { Topic } from '../topics.js'
import { type Match, rawBetween } from './find-wording.js'
import type { Folded } from './fold.js'
import { type Facts, readFact } from './read-fact.js'
import { LONGEST_VALUE } from './read-value.js'

/** Chromium's names of network errors, without `net::`, in lower case. */
const NET_ERRORS: ReadonlyMap<string, Topic> = new Map([
  ['err_failed', 'unspecific'],
  ['err_network', 'unspecific'],
  ['err_invalid_redirect', 'redirect-location-invalid'],
  ['err_response_headers_multiple_location', 'redirect-location-invalid'],
  ['err_unsafe_redirect', 'redirect-scheme-not-http'],
  ['err_too_many_redirects', 'redirect-limit-reached'],
  ['err_unknown_url_scheme', 'scheme-not-http'],
  ['err_disallowed_url_scheme', 'scheme-not-http'],
  ['err_blocked_by_orb', 'opaque-response-blocking'],
  ['err_blocked_by_client', 'browser-extension'],
  ['err_blocked_by_administrator', 'browser-extension'],
  ['err_blocked_by_csp', 'content-security-policy'],
  ['err_blocked_by_local_network_access_checks', 'local-network-access'],
  ['err_blocked_by_private_network_access_checks', 'local-network-access'],
  ['err_unexpected_proxy_auth', 'proxy-authentication-required'],
  ['err_aborted', 'request-canceled'],
  ['err_access_denied', 'local-file'],
  ['err_file_not_found', 'local-file'],
  ['err_unsafe_port', 'no-answer'],
  ['err_connection_refused', 'no-answer'],
  ['err_connection_reset', 'no-answer'],
  ['err_connection_closed', 'no-answer'],
  ['err_connection_timed_out', 'no-answer'],
  ['err_empty_response', 'no-answer'],
  ['err_name_not_resolved', 'no-answer'],
  ['err_ssl_protocol_error', 'no-answer'],
  ['err_cert_authority_invalid', 'no-answer'],
  ['err_internet_disconnected', 'no-answer'],
  ['err_timed_out', 'no-answer'],
])

/** The kinds of `ERR_BLOCKED_BY_RESPONSE`. */
const EMBEDDER = 'coep'
const BLOCKED_BY_RESPONSE = 'err_blocked_by_response'
const PREFIX = 'err_'
/** `net::ERR_FAILED 200 (OK)` */
const STATUS = /^ (\d{3}) \(/
const NAME = /^err_(?:[a-z\d_]*[a-z\d](?:\.[a-z]+)?)?/

/** Every network error that Chromium names, with the request in front of it. */
export function findNetErrors(text: string, folded: Folded, limit: number): Match[] {
  const matches: Match[] = []
  let found = folded.folded.indexOf(PREFIX)
  while (found !== -1 && matches.length < limit) {
    const name = String(NAME.exec(folded.folded.slice(found, found + 99)))
    const named = folded.folded.slice(Math.max(0, found - 5), found) === 'net::'
    const about = topicOf(name, named)
    if (about !== undefined) {
      const start = named ? found - 5 : found
      const facts = requestBefore(text, folded, start)
      const status = STATUS.exec(folded.folded.slice(found + name.length, found + name.length + 6))
      if (status?.[1] !== undefined) facts.status = Number(status[1])
      matches.push({ about, source: 'chromium', start, end: found + name.length, facts })
    }
    found = folded.folded.indexOf(PREFIX, found + name.length)
  }
  return matches
}

/** Other programs have `ERR_` errors too, so one that is not listed counts only with `net::`. */
function topicOf(name: string, named: boolean): Topic | undefined {
  if (name.startsWith(BLOCKED_BY_RESPONSE)) {
    return name.endsWith(EMBEDDER) ? 'embedder-policy' : 'cross-origin-resource-policy'
  }
  return NET_ERRORS.get(name) ?? (named ? 'no-answer' : undefined)
}

/** `GET https://api.example.com/ net::ERR_FAILED`: the method and the URL. */
function requestBefore(text: string, folded: Folded, start: number): Facts {
  const facts: Facts = {}
  const from = Math.max(0, start - LONGEST_VALUE)
  const before = folded.folded.slice(from, start).trimEnd()
  const urlStart = before.lastIndexOf(' ') + 1
  readFact(facts, 'url', rawBetween(text, folded, from + urlStart, from + before.length))
  const method = /(?:^|[ >:])(get|head|post|put|patch|delete|options) $/.exec(
    before.slice(Math.max(0, urlStart - 9), urlStart),
  )
  if (facts.url !== undefined && method?.[1] !== undefined) facts.method = method[1].toUpperCase()
  return /^https?:|^[a-z-]+:\/\//i.test(facts.url ?? '') ? facts : {}
}
