import { createPage, type Verdict } from '../../../src/testing.js'
import type { PagePorts } from '../pages/page-servers.js'
import type { Combination } from './combination.js'
import type { MatrixApp } from './matrix-app.js'
import { PAGE_NAMES, pageOrigin } from './pages.js'

/** Has the browser model make every request; its verdicts, by the combination's name. */
export async function askModel(
  app: MatrixApp,
  ports: PagePorts,
  combinations: readonly Combination[],
): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>()
  for (const page of PAGE_NAMES) {
    const model = createPage(app.url, { origin: pageOrigin(page, ports, app.url) })
    for (const combination of combinations.filter((candidate) => candidate.page === page)) {
      const { name, mode, method, headers, body, credentials } = combination
      const init = { mode, method, headers, body, credentials }
      verdicts.set(name, await model.check(app.urlOf(combination, 'model'), init))
    }
    await model.close()
  }
  return verdicts
}
