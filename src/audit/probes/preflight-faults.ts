import { getHeader } from '../../fetch/header-list.js'
import { isOkStatus, isRedirectStatus } from '../../fetch/status.js'
import type { Client, Observation } from '../asking/client.js'
import { GET_WITH_AUTHORIZATION, GET_WITH_JSON, PUT } from '../asking/preflights.js'
import type { Finding } from '../report/finding.js'
import { createFinding } from '../report/findings.js'
import { headerFault, type Judged, lastResponse } from './response-faults.js'

/** Firefox's limit, in seconds, the highest of all browsers. */
const MAX_AGE = 86_400

/**
 * Asks by preflight from an origin that is let in, and tells what is wrong with the responses.
 * @param page whether the origin is let in with credentials, and whether everybody is, without
 */
export async function preflightFaults(
  client: Client,
  origin: string,
  { credentials, isPublic }: { readonly credentials: boolean; readonly isPublic: boolean },
  meant: readonly string[],
): Promise<readonly Finding[]> {
  const put = await client.ask({ origin, credentials, preflightFor: PUT })
  const failure = responseFailure(put, isPublic)
  if (failure !== null) {
    // A server may well refuse PUT, or a header, by the status.
    for (const preflightFor of [GET_WITH_AUTHORIZATION, GET_WITH_JSON]) {
      const other = await client.ask({ origin, credentials, preflightFor })
      if (responseFailure(other, isPublic) === null) return detailFaults(other, meant)
    }
    return [failure]
  }
  const faults = detailFaults(put, meant)
  const { verdict } = put
  if (verdict.outcome !== 'blocked' || verdict.code !== 'method-not-in-allow-methods') return faults
  // The method hides what the headers say.
  const preflightFor = GET_WITH_AUTHORIZATION
  const get = await client.ask({ origin, credentials, preflightFor })
  return [...faults, ...detailFaults(get, meant)]
}

/** Why no preflight at all can succeed; `null` if one can. */
function responseFailure(observation: Observation, isPublic: boolean): Finding | null {
  const judged = lastResponse(observation)
  if (judged === null) return null
  const { facts, exchange, response } = judged
  if (isRedirectStatus(response.status)) {
    const location = getHeader(response.headers, 'location')
    return createFinding('preflight-redirected', { ...facts, location }, [exchange])
  }
  if (response.status === 401) return createFinding('preflight-unauthorized', facts, [exchange])
  if (!isOkStatus(response.status))
    return createFinding('preflight-status', { ...facts, isPublic }, [exchange])
  return getHeader(response.headers, 'access-control-allow-origin') === null
    ? createFinding('preflight-without-cors', { ...facts, isPublic }, [exchange])
    : null
}

function detailFaults(observation: Observation, meant: readonly string[]): Finding[] {
  const judged = lastResponse(observation)
  const faults = [headerFault(observation, meant), judged === null ? null : maxAgeFault(judged)]
  return faults.filter((fault) => fault !== null)
}

function maxAgeFault({ facts, exchange, response }: Judged): Finding | null {
  const value = getHeader(response.headers, 'access-control-max-age')
  return value !== null && Number(value) > MAX_AGE
    ? createFinding('max-age-capped', { ...facts, value }, [exchange])
    : null
}
