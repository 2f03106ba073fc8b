import { isCookieCase, isRedirectCase, type VerdictCase } from '../../fetch-cases/verdicts.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { type PageRequest, type PageResult, requestAll } from '../pages/page.js'
import type { VerdictServers } from './verdict-servers.js'

/** Has the browser do every case; what the page saw, by case id. */
export async function replay(
  browser: RealBrowser,
  servers: VerdictServers,
  verdicts: readonly VerdictCase[],
): Promise<ReadonlyMap<string, readonly PageResult[]>> {
  await browser.open(servers.pageUrl)
  const seen = new Map<string, readonly PageResult[]>()
  for (const frame of ['top', 'sandboxed'] as const) {
    const cases = verdicts.filter((verdict) => frameOf(verdict) === frame)
    const lists = cases.map((verdict) => pageRequests(verdict, servers.urlOf(verdict)))
    const results = await requestAll(browser, lists, frame)
    cases.forEach(({ id }, index) => {
      const result = results[index]
      if (result !== undefined) seen.set(id, result)
    })
  }
  return seen
}

function frameOf(verdict: VerdictCase): 'top' | 'sandboxed' {
  return 'context' in verdict ? 'sandboxed' : 'top'
}

function pageRequests(verdict: VerdictCase, url: string): readonly PageRequest[] {
  if (isCookieCase(verdict)) {
    return verdict.steps.map(({ credentials, headers = [] }) => ({
      url,
      init: { headers, ...(credentials === null ? {} : { credentials }) },
    }))
  }
  const repeat = isRedirectCase(verdict) ? 1 : (verdict.repeat ?? 1)
  return Array.from({ length: repeat }, () => ({ url, init: verdict.request }))
}
