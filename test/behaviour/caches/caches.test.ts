import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPage, type Page } from '../../../src/testing.js'
import { ADMIN, APP, CONFIGURATIONS, type Configuration, cacheableApp } from './configurations.js'
import { type SharedCache, startSharedCache, urlOf } from './shared-cache.js'

/** Who asks: pages of these origins, and clients that are not pages. */
const PAGES = [APP, ADMIN, 'https://evil.test', 'null']
const ASKERS = [...PAGES, undefined, `${APP}, ${APP}`]

const MODES = ['include', 'omit'] as const

interface Running {
  /** The app's own address. */
  readonly direct: string
  readonly cache: SharedCache
}

/** Runs an app behind a cache until the test has finished. */
async function start(middlewares: Configuration['middlewares']): Promise<Running> {
  const server = http.createServer(cacheableApp(middlewares)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const direct = urlOf(server)
  const cache = await startSharedCache(direct)
  onTestFinished(async () => {
    await cache.close()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { direct, cache }
}

/** What a page gets: whether it may read the response, and whom that is for. */
async function ask(page: Page, path: string, credentials: (typeof MODES)[number]) {
  const { outcome, exchanges } = await page.check(path, { credentials })
  const headers = exchanges.at(-1)?.response?.headers ?? []
  const allowed = headers.find(([name]) => /^access-control-allow-origin$/i.test(name))
  return { outcome, allowed: allowed?.[1] }
}

/** Has a cache keep what anybody may ask for, pages or not. */
async function fill(base: string, path: string, origin: string | undefined): Promise<void> {
  const headers = origin === undefined ? {} : { origin }
  const [response]: IncomingMessage[] = await once(http.get(base + path, { headers }), 'response')
  await response?.resume().toArray()
}

/** What goes wrong for a page if somebody else has filled the cache before it asks. */
async function faultsOf({ direct, cache }: Running, origin: string): Promise<readonly string[]> {
  await using page = createPage(direct, { origin })
  await using cached = createPage(cache.url, { origin })
  const faults: string[] = []
  for (const mode of MODES) {
    const { outcome } = await ask(page, '/', mode)
    for (const first of ASKERS) {
      const path = `/${encodeURIComponent(`${mode} ${origin} ${first}`)}`
      await fill(cache.url, path, first)
      const found = await ask(cached, path, mode)
      const what = `${mode}: ${origin} after ${first}`
      if (found.outcome !== outcome) faults.push(`${what} is ${found.outcome}, not ${outcome}`)
      if (![undefined, '*', origin].includes(found.allowed)) {
        faults.push(`${what} gets the response for ${found.allowed}`)
      }
    }
  }
  return faults
}

async function allFaultsOf(running: Running): Promise<readonly string[]> {
  const faults = await Promise.all(PAGES.map((origin) => faultsOf(running, origin)))
  return faults.flat()
}

let hits = 0
afterAll(() => {
  // Otherwise nothing was tried.
  expect(hits).toBeGreaterThan(200)
})

describe('a shared cache in front of an app', () => {
  it('is asked with 27 configurations', () => {
    expect(CONFIGURATIONS).toHaveLength(27)
  })

  it.each(CONFIGURATIONS)(
    'blocks no allowed page and serves nobody a response for another: $name',
    { timeout: 30_000 },
    async ({ middlewares }) => {
      const running = await start(middlewares)
      expect(await allFaultsOf(running)).toEqual([])
      hits += running.cache.hits
    },
  )

  it('does both if Vary is missing, so that the test can tell', async () => {
    const running = await start([
      (req, res, next) => {
        if (req.headers.origin === APP) res.set('Access-Control-Allow-Origin', APP)
        next()
      },
    ])
    const faults = await allFaultsOf(running)
    expect(faults).toContain(`omit: ${APP} after https://evil.test is blocked, not shared`)
    expect(faults).toContain(`omit: https://evil.test after ${APP} gets the response for ${APP}`)
  })
})
