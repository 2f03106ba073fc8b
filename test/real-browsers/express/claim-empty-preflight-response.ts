import express from 'express'
import { afterAll, describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { requestAll } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'
import { startApp } from './start-app.js'

/** Claims that a browser does not wait for the body of a response that has none. */
export async function claimEmptyPreflightResponse(
  browser: RealBrowser,
  pages: PageServers,
): Promise<void> {
  const preflightResponses: unknown[] = []
  const server = express()
  server.use((req, res, next) => {
    res.on('finish', () => {
      if (req.method !== 'OPTIONS') return
      preflightResponses.push({ status: res.statusCode, length: res.getHeader('content-length') })
    })
    next()
  })
  server.use(cors({ origin: `http://localhost:${pages.ports.first}` }))
  server.put('/', (_req, res) => {
    res.send('stored')
  })
  const app = await startApp(server)
  afterAll(app.close)

  describe(`a preflight response with 204 and without Content-Length in ${browser.engine}`, () => {
    it('does not hang the request', { timeout: 5_000 }, async () => {
      await browser.open(`http://localhost:${pages.ports.first}/`)
      const [[result] = []] = await requestAll(browser, [
        [{ url: app.url, init: { method: 'PUT' } }],
      ])
      expect(preflightResponses).toEqual([{ status: 204, length: undefined }])
      expect(result).toMatchObject({ shared: true, response: { body: 'stored' } })
    })
  })
}
