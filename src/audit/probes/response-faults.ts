import type { Exchange } from '../../browser/algorithms/exchange.js'
import type { WireResponse } from '../../browser/algorithms/wire.js'
import { getHeader } from '../../fetch/header-list.js'
import { isSerializedOrigin } from '../../fetch/origin.js'
import type { Observation } from '../asking/client.js'
import type { Finding } from '../report/finding.js'
import type { ResponseFacts } from '../report/finding-facts.js'
import { createFinding } from '../report/findings.js'

/** The response that an observation is judged by, and what the sentences need from it. */
export interface Judged {
  readonly facts: ResponseFacts
  readonly exchange: Exchange
  readonly response: WireResponse
}

/** The last response of an observation; `null` if nothing was received. */
export function lastResponse({ origin, exchanges }: Observation): Judged | null {
  const exchange = exchanges.at(-1)
  const response = exchange?.response
  if (!response) return null
  return {
    facts: { kind: exchange.kind, url: exchange.request.url, status: response.status, origin },
    exchange,
    response,
  }
}

/** Why no page can use the headers of a response; `null` if their form is not the reason. */
export function headerFault(observation: Observation, meant: readonly string[]): Finding | null {
  const judged = lastResponse(observation)
  if (judged === null || observation.verdict.outcome !== 'blocked') return null
  const { facts, exchange, response } = judged
  const allowOrigin = String(getHeader(response.headers, 'access-control-allow-origin'))
  const allowCredentials = getHeader(response.headers, 'access-control-allow-credentials')
  switch (observation.verdict.code) {
    case 'allow-origin-wildcard-with-credentials':
      // Without the second header, "*" is intended: the data is public. A preflight is asked with
      // credentials only if the response to GET allows them.
      if (facts.kind === 'request' && allowCredentials !== 'true') return null
      return wildcard('Access-Control-Allow-Origin')
    case 'method-not-in-allow-methods':
      return isWildcard('Access-Control-Allow-Methods')
        ? wildcard('Access-Control-Allow-Methods')
        : null
    case 'header-not-in-allow-headers':
      return isWildcard('Access-Control-Allow-Headers')
        ? wildcard('Access-Control-Allow-Headers')
        : null
    case 'allow-origin-multiple':
      return createFinding('allow-origin-multiple', { ...facts, value: allowOrigin }, [exchange])
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
      if (allowOrigin === 'null' || isSerializedOrigin(allowOrigin)) return null
      return createFinding('allow-origin-invalid', { ...facts, value: allowOrigin, meant }, [
        exchange,
      ])
    case 'allow-credentials-not-true': {
      const off = allowCredentials === null || allowCredentials.toLowerCase() === 'false'
      if (facts.kind === 'request' && off) return null
      const withValue = { ...facts, value: allowCredentials }
      return createFinding('allow-credentials-invalid', withValue, [exchange])
    }
    case 'authorization-under-wildcard': {
      const value = String(getHeader(response.headers, 'access-control-allow-headers'))
      return createFinding('authorization-under-wildcard', { ...facts, value }, [exchange])
    }
    default:
      return null
  }

  function isWildcard(name: string): boolean {
    return getHeader(response.headers, name) === '*'
  }

  function wildcard(header: string): Finding {
    return createFinding('wildcard-with-credentials', { ...facts, header, meant }, [exchange])
  }
}
