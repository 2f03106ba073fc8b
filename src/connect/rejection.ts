import type { DeniedDecision } from '../policy/decision.js'
import {
  appendVary,
  type HttpRequest,
  type HttpResponse,
  hasCorsHeaders,
  removeCorsHeaders,
} from './response-headers.js'

const PROXY_HINT =
  ' If that is the origin of this server itself, a proxy has changed the Host header: list the origin in the option "origin".'

/**
 * Ends the response to a request that `enforce` rejects: a 403 that tells strangers nothing about
 * the policy.
 * @returns that the response has ended
 */
export function endRejected(
  { denial, vary }: DeniedDecision,
  req: HttpRequest,
  res: HttpResponse,
): true {
  const text = rejectionText(denial.code, Boolean(req.headers['sec-fetch-site']))
  // While a function took its time, other software may have set CORS headers.
  if (hasCorsHeaders(res)) removeCorsHeaders(res)
  appendVary(res, vary.join(', '))
  res.statusCode = 403
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.setHeader('Content-Length', text.length)
  res.end(text)
  return true
}

/** @param saysSite whether the request says where it comes from; if not, its origin was compared with `Host` */
function rejectionText(code: string, saysSite: boolean): string {
  const reason =
    code === 'cross-site'
      ? 'this request comes from another site and carries no Origin.'
      : 'this server does not accept this request from the origin that sent it.'
  return `403 Forbidden: ${reason}${saysSite ? '' : PROXY_HINT} [strict-cors: ${code}]\n`
}
