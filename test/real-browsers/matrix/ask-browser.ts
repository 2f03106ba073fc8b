import type { RealBrowser } from '../drivers/real-browser.js'
import { type PageRequest, type PageResult, requestAll } from '../pages/page.js'
import type { PagePorts } from '../pages/page-servers.js'
import type { Combination } from './combination.js'
import type { MatrixApp } from './matrix-app.js'
import { PAGE_NAMES, pageUrl } from './pages.js'

/** Has a real browser make every request; what the page saw, by the combination's name. */
export async function askBrowser(
  browser: RealBrowser,
  app: MatrixApp,
  ports: PagePorts,
  combinations: readonly Combination[],
): Promise<ReadonlyMap<string, PageResult>> {
  const seen = new Map<string, PageResult>()
  for (const page of PAGE_NAMES) {
    const ofPage = combinations.filter((combination) => combination.page === page)
    await browser.open(pageUrl(page, ports, app.url))
    const lists = ofPage.map((combination) => [
      pageRequest(combination, app.urlOf(combination, browser.engine)),
    ])
    const results = await requestAll(browser, lists)
    ofPage.forEach(({ name }, index) => {
      const result = results[index]?.[0]
      if (result !== undefined) seen.set(name, result)
    })
  }
  return seen
}

function pageRequest(
  { kind, mode, method, headers, body, credentials }: Combination,
  url: string,
): PageRequest {
  const init = { mode, method, headers, credentials, ...(body === undefined ? {} : { body }) }
  return { url, kind, init }
}
