import {
  type CaseHop,
  type CaseReply,
  expandHeaders,
  type HeaderLines,
  isCookieCase,
  isRedirectCase,
  type Origins,
  type RedirectCase,
  type VerdictCase,
} from '../../fetch-cases/verdicts.js'
import { PAGE } from '../pages/page.js'
import { type RawRequest, type RawResponse, startRawServer } from '../raw-server.js'

export interface VerdictServers {
  readonly origins: Origins
  /** The page that can do the requests. */
  readonly pageUrl: string
  /** Where the page sends the request of a case. */
  urlOf(verdict: VerdictCase): string
  /** Everything that came in for a case, in order. */
  receivedOf(verdict: VerdictCase): readonly RawRequest[]
  close(): Promise<void>
}

/**
 * Three servers, so three origins, that respond to every case. A case has the directory `/<id>/` to
 * itself, and therefore its own cookies and its own entries in every cache.
 */
export async function startVerdictServers(
  verdicts: readonly VerdictCase[],
): Promise<VerdictServers> {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  const received = new Map<string, RawRequest[]>(verdicts.map(({ id }) => [id, []]))

  function respond(request: RawRequest): RawResponse {
    const [, id = '', hop = ''] = request.target.split('/')
    const verdict = byId.get(id)
    if (verdict === undefined) {
      return { status: 200, headers: [['Content-Type', 'text/html']], body: PAGE }
    }
    const requests = receivedOf(verdict)
    requests.push(request)
    const reply = replyTo(verdict, requests, Number(hop))
    return { status: reply.status ?? 200, headers: reply.headers, body: 'body' }
  }

  const [page, api, api2] = await Promise.all([
    startRawServer(respond),
    startRawServer(respond),
    startRawServer(respond),
  ])
  const origins = {
    page: `http://localhost:${page.port}`,
    api: `http://localhost:${api.port}`,
    api2: `http://localhost:${api2.port}`,
  }

  function urlOf(verdict: VerdictCase, hop = 0): string {
    const { at, userinfo = '' } = hopOf(verdict, hop)
    return `${origins[at].replace('://', `://${userinfo}`)}/${verdict.id}/${hop}`
  }

  function receivedOf(verdict: VerdictCase): RawRequest[] {
    return received.get(verdict.id) ?? []
  }

  function replyTo(verdict: VerdictCase, requests: readonly RawRequest[], hop: number): CaseReply {
    const isPreflight = requests.at(-1)?.method === 'OPTIONS'
    if (isRedirectCase(verdict)) return hopReply(verdict, hop, isPreflight)
    const { preflight = verdict.response, response } = verdict
    const { status = 200, headers } = isPreflight ? preflight : response
    const lines = expandHeaders(headers, origins, urlOf(verdict))
    if (isPreflight || !isCookieCase(verdict)) return { status, headers: lines }
    const step = requests.filter(({ method }) => method !== 'OPTIONS').length - 1
    const set = verdict.steps[step]?.set
    return { status, headers: set === undefined ? lines : [...lines, ['Set-Cookie', set]] }
  }

  function hopReply(verdict: RedirectCase, hop: number, isPreflight: boolean): CaseReply {
    const { acao, acah = null, status = 302 } = hopOf(verdict, hop)
    const allowOrigin = line('Access-Control-Allow-Origin', acao)
    const lines = expandHeaders(allowOrigin, origins, '')
    if (isPreflight) return { headers: [...lines, ...line('Access-Control-Allow-Headers', acah)] }
    if (hop === verdict.hops.length - 1) return { headers: lines }
    return { status, headers: [...lines, ['Location', urlOf(verdict, hop + 1)]] }
  }

  return {
    origins,
    pageUrl: `${origins.page}/`,
    urlOf: (verdict) => urlOf(verdict),
    receivedOf,
    async close() {
      await Promise.all([page.close(), api.close(), api2.close()])
    },
  }
}

/** A case without redirects is one response of the cross-origin server. */
function hopOf(verdict: VerdictCase, hop: number): CaseHop {
  const found = isRedirectCase(verdict) ? verdict.hops[hop] : undefined
  return found ?? { at: 'api', acao: null }
}

function line(name: string, value: string | null): HeaderLines {
  return value === null ? [] : [[name, value]]
}
