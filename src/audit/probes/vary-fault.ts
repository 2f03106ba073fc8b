import type { Exchange } from '../../browser/algorithms/exchange.js'
import { getDecodeAndSplit, getHeader, type HeaderList } from '../../fetch/header-list.js'
import type { Observation } from '../asking/client.js'
import type { Finding } from '../report/finding.js'
import { createFinding } from '../report/findings.js'

const BY_ORIGIN = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
]

interface Sent {
  readonly origin: string | null
  readonly exchange: Exchange
  readonly status: number
  readonly headers: HeaderList
}

/**
 * Whether a cache could give a page the response that is meant for another origin.
 * @param observations to the same request from several origins, one of them without `Origin`
 */
export function varyFault(observations: readonly Observation[]): Finding | null {
  const responses = observations.flatMap(({ origin, exchanges }): Sent[] => {
    const exchange = exchanges[0]
    const response = exchange?.response
    return response ? [{ origin, exchange, ...response }] : []
  })
  for (const sent of responses) {
    const other = responses.find(
      ({ headers }) => partByOrigin(headers) !== partByOrigin(sent.headers),
    )
    if (other === undefined || variesByOrigin(sent.headers) || isNeverStored(sent.headers)) continue
    const { origin, status } = sent
    const { url } = sent.exchange.request
    const facts = { kind: 'request', url, status, origin, cached: false } as const
    return createFinding('vary-missing', facts, [sent.exchange, other.exchange])
  }
  return null
}

function partByOrigin(headers: HeaderList): string {
  return JSON.stringify(BY_ORIGIN.map((name) => getHeader(headers, name)))
}

function variesByOrigin(headers: HeaderList): boolean {
  return listOf(headers, 'vary').some((name) => name === 'origin' || name === '*')
}

function isNeverStored(headers: HeaderList): boolean {
  return listOf(headers, 'cache-control').includes('no-store')
}

function listOf(headers: HeaderList, name: string): string[] {
  return getDecodeAndSplit(getHeader(headers, name) ?? '').map((item) => item.toLowerCase())
}
