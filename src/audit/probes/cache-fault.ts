import type { Client } from '../asking/client.js'
import type { Finding } from '../report/finding.js'
import { createFinding } from '../report/findings.js'
import { lastResponse } from './response-faults.js'

/**
 * Whether a cache in front of the server gives a page the response to a request without `Origin`.
 * Asks for URLs that nobody has asked for before, since the known one may be in the cache.
 * @param origin one that the server lets in
 */
export async function cacheFault(
  client: Client,
  origin: string,
  label: string,
): Promise<Finding | null> {
  const alone = await client.ask({ origin, url: withQuery(client.url, `${label}-1`) })
  if (alone.verdict.outcome !== 'shared') return null
  const url = withQuery(client.url, `${label}-2`)
  const before = await client.ask({ origin: null, url })
  const after = await client.ask({ origin, url })
  const judged = lastResponse(after)
  if (judged === null || after.verdict.outcome === 'shared') return null
  const exchanges = [...before.exchanges, ...after.exchanges]
  return createFinding('vary-missing', { ...judged.facts, cached: true }, exchanges)
}

function withQuery(url: URL, name: string): URL {
  const changed = new URL(url)
  changed.searchParams.append(name, '')
  return changed
}
