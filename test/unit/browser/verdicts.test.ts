import { describe, expect, it } from 'vitest'
import {
  createPage,
  type Exchange,
  type Page,
  type Transport,
  type Verdict,
} from '../../../src/testing.js'
import {
  type CookieCase,
  expandHeaders,
  expandPlaceholders,
  isCookieCase,
  isRedirectCase,
  isRequestCase,
  type Origins,
  type RedirectCase,
  type RequestCase,
  verdictCaseCount,
  verdictCases,
} from '../../fetch-cases/verdicts.js'

const origins = {
  page: 'http://localhost:8001',
  api: 'http://localhost:8002',
  api2: 'http://localhost:8003',
} satisfies Origins & Record<string, string>

/** Cases that today's standard and all engines contradict. */
const OUTDATED: ReadonlyMap<string, { outcome: string; preflightSent: boolean }> = new Map([
  // Last-Event-ID left the CORS-safelisted request-headers; the case's own note says so.
  ['safelist-64', { outcome: 'blocked', preflightSent: true }],
])

function headerOf(exchange: Exchange | undefined, name: string): string | null {
  const pair = exchange?.request.headers.find(([key]) => key.toLowerCase() === name)
  return pair === undefined ? null : pair[1]
}

function preflights(verdict: Verdict): Exchange[] {
  return verdict.exchanges.filter(({ kind }) => kind === 'preflight')
}

/** Everything that a case expects, in the case's own terms. */
function observe(verdictCase: RequestCase | RedirectCase, verdicts: readonly Verdict[]) {
  const [verdict] = verdicts.slice(-1)
  if (verdict === undefined) throw new Error('no request was made')
  const preflight = preflights(verdict)[0]
  const { exposed, type, status } = verdictCase
  return {
    expect: verdict.outcome === 'blocked' ? 'deny' : 'allow',
    preflightSent: preflight !== undefined,
    acrm: headerOf(preflight, 'access-control-request-method'),
    acrh: headerOf(preflight, 'access-control-request-headers'),
    finalOrigin: headerOf(verdict.exchanges.at(-1), 'origin'),
    preflightCount: verdicts.flatMap(preflights).length,
    chromiumCorsError: verdict.outcome === 'blocked' ? verdict.chromiumIssue : null,
    ...(type && { type: verdict.response?.type }),
    ...(status && { status: verdict.response?.status }),
    ...(exposed && {
      exposed: Object.fromEntries(
        Object.keys(exposed).map((name) => [
          name,
          verdict.response?.headers[name.toLowerCase()] ?? null,
        ]),
      ),
    }),
  }
}

/** What the case says about each field that `observe()` returns. */
function expected(verdictCase: RequestCase | RedirectCase, observed: object) {
  return Object.fromEntries(
    Object.entries(verdictCase)
      .filter(([name]) => name in observed)
      .map(([name, value]) => [name, value === '{O}' ? origins.page : value]),
  )
}

function fixedTransport({ preflight, response }: RequestCase | CookieCase): Transport {
  return ({ method, url }) => {
    const reply = method === 'OPTIONS' ? (preflight ?? response) : response
    return { status: reply.status ?? 200, headers: expandHeaders(reply.headers, origins, url) }
  }
}

function redirectTransport({ hops }: RedirectCase): Transport {
  return ({ method, url }) => {
    const index = Number(new URL(url).pathname.slice(1))
    const hop = hops[index]
    if (hop === undefined) throw new Error(`there is no hop ${index}`)
    const next = hops[index + 1]
    const headers: [string, string][] = []
    if (hop.acao !== null) {
      headers.push(['Access-Control-Allow-Origin', expandPlaceholders(hop.acao, origins, url)])
    }
    if (method === 'OPTIONS') {
      if (hop.acah) headers.push(['Access-Control-Allow-Headers', hop.acah])
      return { status: 200, headers }
    }
    if (next === undefined) return { status: 200, headers }
    const location = origins[next.at].replace('//', `//${next.userinfo ?? ''}`)
    return {
      status: hop.status ?? 302,
      headers: [...headers, ['Location', `${location}/${index + 1}`]],
    }
  }
}

async function replay(
  page: Page,
  url: string,
  verdictCase: RequestCase | RedirectCase,
  repeat = 1,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (let i = 0; i < repeat; i++) verdicts.push(await page.check(url, verdictCase.request))
  return verdicts
}

describe('the verdicts of three browsers', () => {
  it('are all read', () => {
    expect(verdictCases).toHaveLength(verdictCaseCount)
    expect(
      verdictCases.every(
        (item) => isRequestCase(item) || isRedirectCase(item) || isCookieCase(item),
      ),
    ).toBe(true)
  })

  it.each(verdictCases.filter(isRequestCase))(
    'are those of the model: $id',
    async (verdictCase) => {
      const page = createPage(fixedTransport(verdictCase), {
        origin: verdictCase.context === undefined ? origins.page : 'null',
      })
      const url = `${origins.api}/resource`
      const verdicts = await replay(page, url, verdictCase, verdictCase.repeat)

      const outdated = OUTDATED.get(verdictCase.id)
      if (outdated === undefined) {
        const observed = observe(verdictCase, verdicts)
        expect(observed).toMatchObject(expected(verdictCase, observed))
      } else {
        expect(verdicts[0]?.outcome).toBe(outdated.outcome)
        expect(verdicts.flatMap(preflights).length > 0).toBe(outdated.preflightSent)
      }
    },
  )

  it.each(verdictCases.filter(isRedirectCase))(
    'are those of the model: $id',
    async (verdictCase) => {
      const page = createPage(redirectTransport(verdictCase), { origin: origins.page })
      const url = `${origins[verdictCase.hops[0]?.at ?? 'page']}/0`
      const verdicts = await replay(page, url, verdictCase)

      const observed = observe(verdictCase, verdicts)
      expect(observed).toMatchObject(expected(verdictCase, observed))
    },
  )

  it.each(verdictCases.filter(isCookieCase))('are those of the model: $id', async (verdictCase) => {
    const respond = fixedTransport(verdictCase)
    let set: string | undefined
    const page = createPage(
      async (request) => {
        const { status, headers } = await respond(request)
        const cookies: [string, string][] = set === undefined ? [] : [['Set-Cookie', set]]
        return { status, headers: [...headers, ...cookies] }
      },
      { origin: origins.page },
    )
    for (const step of verdictCase.steps) {
      set = step.set
      const verdict = await page.check(`${origins.api}/resource`, {
        credentials: step.credentials ?? 'same-origin',
        headers: step.headers,
      })
      expect(verdict.outcome).toBe('shared')
      expect(headerOf(verdict.exchanges.at(-1), 'cookie')).toBe(step.sees)
      if (step.preflightSees !== undefined) {
        expect(preflights(verdict)).toHaveLength(1)
        expect(headerOf(preflights(verdict)[0], 'cookie')).toBe(step.preflightSees)
      }
    }
  })
})
