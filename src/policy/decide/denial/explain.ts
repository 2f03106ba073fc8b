import { escapeToAscii, quote } from '../../../fetch/quote.js'
import type { Decision, DeniedDecision } from '../../decision.js'
import type { NormalizedOptions } from '../../options.js'
import type { ParsedRequest } from '../parsed-request.js'

/** Characters of a URL that are shown. */
const MAX_URL_LENGTH = 200

/** A denial as one line of a log, with the request that it is about. */
export function denialLine(
  { denial: { code, message }, rejected }: DeniedDecision,
  enforce: NormalizedOptions['enforce'],
  method = '',
  url = '',
): string {
  const fate = enforce === 'report' ? 'would be rejected: ' : 'rejected: '
  const cut = url.length > MAX_URL_LENGTH ? '…' : ''
  const request = escapeToAscii(`${method} ${url.slice(0, MAX_URL_LENGTH)}`)
  return `${request}${cut} [${code}] ${rejected ? fate : ''}${message}`
}

/** A decision as text: what was asked, the verdict and its reason, the headers of the response. */
export function explainDecision(request: ParsedRequest, decision: Decision): string {
  const { allowed, rejected, denial, headers, vary } = decision
  const verdict = allowed ? 'allowed' : rejected ? 'denied, and rejected by enforce' : 'denied'
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  if (vary.length > 0) lines.push(`Vary: ${vary.join(', ')}`)
  return [
    `${describeRequest(request)}: ${verdict}`,
    ...(denial === undefined ? [] : [`  [${denial.code}] ${denial.message}`]),
    ...(lines.length === 0
      ? ['  the response gets no CORS header']
      : ['  the response gets', ...lines.map((line) => `    ${line}`)]),
  ].join('\n')
}

function describeRequest({
  kind,
  origin,
  requestMethod = '',
  requestHeaders,
}: ParsedRequest): string {
  if (origin === undefined) return 'A request without Origin, so not a CORS request'
  if (kind === 'same-origin') return `A same-origin request from ${quote(origin)}`
  if (kind === 'cors') return `A CORS request from ${quote(origin)}`
  const headers = requestHeaders ? ` with the headers ${quote(requestHeaders)}` : ''
  return `A CORS-preflight request from ${quote(origin)} for the method ${quote(requestMethod)}${headers}`
}
