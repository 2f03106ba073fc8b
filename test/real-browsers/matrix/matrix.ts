import { afterAll, beforeAll } from 'vitest'
import type { Decision } from '../../../src/index.js'
import type { Verdict } from '../../../src/testing.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import type { PageResult } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'
import { askBrowser } from './ask-browser.js'
import { askModel } from './ask-model.js'
import type { Combination } from './combination.js'
import { COMBINATIONS, SIZE } from './combinations.js'
import { type Party, startMatrixApp } from './matrix-app.js'
import type { MatrixSize } from './size.js'

/** What the parties said of each combination; there when the tests run. */
export interface Matrix {
  /** What the real browser let the page see. */
  resultOf(combination: Combination): PageResult
  /** The model's verdict. */
  verdictOn(combination: Combination): Verdict
  /** The engine's decisions on the requests that a party sent. */
  decisionsOn(combination: Combination, sentBy: Party): readonly Decision[]
  /** What the real browser requested. */
  urlOf(combination: Combination): string
}

/** Has the model and a real browser make every request of the matrix before the tests of the file. */
export async function askAll(browser: RealBrowser, { ports }: PageServers): Promise<Matrix> {
  const app = await startMatrixApp(ports)
  afterAll(app.close)
  let verdicts: ReadonlyMap<string, Verdict> = new Map()
  let results: ReadonlyMap<string, PageResult> = new Map()
  beforeAll(async () => {
    verdicts = await askModel(app, ports, COMBINATIONS)
    results = await askBrowser(browser, app, ports, COMBINATIONS)
  }, timeoutFor(SIZE))

  return {
    resultOf: ({ name }) => foundIn(results, name),
    verdictOn: ({ name }) => foundIn(verdicts, name),
    decisionsOn: app.decisionsOn,
    urlOf: (combination) => app.urlOf(combination, browser.engine),
  }
}

/** In milliseconds: several times what the slowest browser needs. */
function timeoutFor({ count }: MatrixSize): number {
  return 60_000 + 100 * count
}

function foundIn<Found>(seen: ReadonlyMap<string, Found>, name: string): Found {
  const found = seen.get(name)
  if (found === undefined) throw new Error(`nobody was asked for ${name}`)
  return found
}
