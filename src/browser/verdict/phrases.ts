import { quote } from '../../fetch/quote.js'
import type { ExchangeKind, ResponseFacts } from '../algorithms/blocked-facts.js'

export function response({ url, status }: ResponseFacts, phase: ExchangeKind): string {
  const subject =
    phase === 'preflight' ? 'the response to the CORS-preflight request for' : 'the response from'
  return `${subject} ${url} (status ${status})`
}

export function header(name: string, value: string | null): string {
  return value === null ? `no ${name}` : `${name} ${quote(value)}`
}

export function sendOrigin(origin: string): string {
  const caution =
    origin === 'null'
      ? ' (which lets in every sandboxed page; it is better to call from a page with an origin of its own)'
      : ''
  return `send Access-Control-Allow-Origin: ${origin}${caution}`
}

/** Why a wildcard in the list did not help. */
export function literalWildcard(facts: { value: string | null; credentials: boolean }): string {
  return facts.credentials && facts.value?.includes('*')
    ? ' ("*" is not a wildcard when credentials are included)'
    : ''
}
