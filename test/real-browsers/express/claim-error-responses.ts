import express, { type ErrorRequestHandler } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { requestAll } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'
import { startApp } from './start-app.js'

/** Claims that a page is told what went wrong on the server. */
export async function claimErrorResponses(browser: RealBrowser, pages: PageServers): Promise<void> {
  const server = express()
  server.use(cors({ origin: `http://localhost:${pages.ports.first}`, credentials: true }))
  server.get('/throws', () => {
    throw new Error('thrown')
  })
  server.get('/rejects', async () => {
    throw new Error('rejected')
  })
  server.use((_req, res) => {
    res.status(404).json({ error: 'not found' })
  })
  const sendError: ErrorRequestHandler = (error: Error, _req, res, _next) => {
    res.status(500).json({ error: error.message })
  }
  server.use(sendError)
  const app = await startApp(server)
  afterAll(app.close)

  describe(`an error response in ${browser.engine}`, () => {
    beforeAll(() => browser.open(`http://localhost:${pages.ports.first}/`))

    it.each([
      { path: '/throws', status: 500, error: 'thrown' },
      { path: '/rejects', status: 500, error: 'rejected' },
      { path: '/missing', status: 404, error: 'not found' },
    ])('of $path is readable by the page', async ({ path, status, error }) => {
      const request = { url: app.url + path, init: { credentials: 'include' } } as const
      const [[result] = []] = await requestAll(browser, [[request]])
      const body = JSON.stringify({ error })
      expect(result).toMatchObject({ shared: true, response: { status, body } })
    })
  })
}
