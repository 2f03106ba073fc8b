import { getHeader } from '../../fetch/header-list.js'
import { failureOf, type Observation } from '../asking/client.js'
import { missingPath } from '../asking/missing-path.js'
import { UnreachableError } from '../asking/unreachable-error.js'
import { createFinding } from '../report/findings.js'
import type { AuditRun } from './audit-run.js'
import { cacheFault } from './cache-fault.js'
import { preflightFaults } from './preflight-faults.js'
import { headerFault, lastResponse } from './response-faults.js'
import { varyFault } from './vary-fault.js'

/** How many of the trusted origins are asked for in full; the others only by GET. */
const MAX_PAGES = 3

/**
 * Finds out what breaks for the pages that should work.
 * @param trusted their origins; in place of an empty list, a stranger's origin that the server lets in
 * @param refused gets the trusted origins that the server does not let in
 * @throws {UnreachableError} if there is no response to the first request
 */
export async function findWhatBreaks(
  { client, strangers, meant, add }: AuditRun,
  trusted: readonly string[],
  refused: string[],
): Promise<void> {
  const first = await client.ask({ origin: null })
  const failure = failureOf(first)
  if (failure !== null) throw new UnreachableError(client.url.href, failure.message, failure)
  const observations = [first]
  for (const [index, origin] of [...trusted, strangers.origins[0]].entries()) {
    const page = await visit(origin)
    observations.push(page.plain)
    if (!trusted.includes(origin) && (trusted.length > 0 || !page.letIn)) continue
    if (page.refused) refused.push(origin)
    if (index >= MAX_PAGES) continue
    if (!page.refused)
      for (const fault of await preflightFaults(client, origin, page, meant)) add(fault)
    if (page.letIn) await askMissing(origin)
  }
  const [page] = trusted
  const faults = [
    varyFault(observations),
    page === undefined ? null : await cacheFault(client, page, strangers.label),
  ]
  for (const fault of faults) if (fault !== null) add(fault)

  async function visit(origin: string) {
    const withCredentials = await client.ask({ origin, credentials: true })
    const plain = await client.ask({ origin })
    for (const observation of [withCredentials, plain]) {
      const fault = headerFault(observation, meant)
      if (fault !== null) add(fault)
    }
    const credentials = withCredentials.verdict.outcome === 'shared'
    const letIn = plain.verdict.outcome === 'shared'
    const status = lastResponse(plain)?.facts.status ?? 0
    if (trusted.includes(origin)) addErrorFault(plain)
    // A missing response says nothing about the origin. An error without CORS headers is reported as
    // a finding of its own.
    const refused = !letIn && plain.verdict.code !== 'no-answer' && status < 400
    return { plain, credentials, letIn, refused, isPublic: isForEverybody(plain) }
  }

  async function askMissing(origin: string) {
    addErrorFault(await client.ask({ origin, url: missingPath(client.url, strangers.label) }))
  }

  function addErrorFault(observation: Observation) {
    const judged = lastResponse(observation)
    if (judged === null || judged.facts.status < 400) return
    const { facts, exchange, response } = judged
    if (getHeader(response.headers, 'access-control-allow-origin') !== null) return
    add(createFinding('error-without-cors', facts, [exchange]))
  }
}

/** Whether the response is for every page, none of which includes credentials. */
function isForEverybody(observation: Observation): boolean {
  const headers = lastResponse(observation)?.response.headers ?? []
  return (
    getHeader(headers, 'access-control-allow-origin') === '*' &&
    getHeader(headers, 'access-control-allow-credentials') !== 'true'
  )
}
