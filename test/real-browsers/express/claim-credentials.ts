import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { type PageRequest, type PageResult, requestAll } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'
import { startApp } from './start-app.js'

/** Claims who may send and read what belongs to a cookie. */
export async function claimCredentials(browser: RealBrowser, pages: PageServers): Promise<void> {
  const listed = `http://localhost:${pages.ports.first}`
  const unlisted = `http://localhost:${pages.ports.second}`
  const received: string[] = []
  const server = express()
  server.use((req, _res, next) => {
    received.push(`${req.method} ${req.get('cookie') ?? 'without cookie'}`)
    next()
  })
  server.use(cors({ origin: listed, credentials: true }))
  server.post('/login', (_req, res) => {
    res.cookie('session', '1').sendStatus(204)
  })
  server.all('/account', (req, res) => {
    res.send(req.get('cookie') ?? 'nobody')
  })
  const app = await startApp(server)
  afterAll(app.close)

  async function request(path: string, init: PageRequest['init']): Promise<PageResult | undefined> {
    received.length = 0
    const [[result] = []] = await requestAll(browser, [[{ url: app.url + path, init }]])
    return result
  }

  describe(`cookies of ${browser.engine}`, () => {
    beforeAll(async () => {
      await browser.open(`${listed}/`)
      await request('/login', { method: 'POST', credentials: 'include' })
    })

    it('are sent with a request that includes credentials, and the listed origin reads the response', async () => {
      const result = await request('/account', { credentials: 'include' })
      expect(result).toMatchObject({ shared: true, response: { status: 200, body: 'session=1' } })
    })

    it('are not sent without credentials', async () => {
      const result = await request('/account', { credentials: 'omit' })
      expect(result).toMatchObject({ shared: true, response: { status: 200, body: 'nobody' } })
    })

    it('are never sent with a preflight', async () => {
      await request('/account', { method: 'DELETE', credentials: 'include' })
      expect(received).toEqual(['OPTIONS without cookie', 'DELETE session=1'])
    })

    it('do not let an unlisted origin read the response', async () => {
      await browser.open(`${unlisted}/`)
      const result = await request('/account', { credentials: 'include' })
      expect(received).toEqual(['GET session=1'])
      expect(result).toEqual({ shared: false, error: 'TypeError' })
    })
  })
}
