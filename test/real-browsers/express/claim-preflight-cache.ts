import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { type PageRequest, requestAll } from '../pages/page.js'
import type { PageServers } from '../pages/page-servers.js'
import { startApp } from './start-app.js'

const put: PageRequest['init'] = { method: 'PUT' }
const deleteWithToken: PageRequest['init'] = { method: 'DELETE', headers: [['X-Token', '1']] }

/** Claims for what and for how long a browser keeps the middleware's response to a preflight. */
export async function claimPreflightCache(browser: RealBrowser, pages: PageServers): Promise<void> {
  const received: string[] = []
  const server = express()
  server.use((req, _res, next) => {
    received.push(req.method)
    next()
  })
  server.use('/ten-minutes', cors({ origin: true, allowedHeaders: 'X-Token', maxAge: 600 }))
  server.use('/two-seconds', cors({ origin: true, maxAge: 2 }))
  server.use('/never', cors({ origin: true, maxAge: 0 }))
  server.use('/default', cors({ origin: true }))
  server.use((_req, res) => {
    res.sendStatus(204)
  })
  const app = await startApp(server)
  afterAll(app.close)

  /** The methods that the server receives while the page makes requests in a row. */
  async function methodsReceived(path: string, ...inits: PageRequest['init'][]): Promise<string[]> {
    received.length = 0
    await requestAll(browser, [inits.map((init) => ({ url: app.url + path, init }))])
    return [...received]
  }

  describe(`the CORS-preflight cache of ${browser.engine}`, () => {
    beforeAll(() => browser.open(`http://localhost:${pages.ports.first}/`))

    it('keeps a response within maxAge', async () => {
      expect(await methodsReceived('/ten-minutes/a', put, put)).toEqual(['OPTIONS', 'PUT', 'PUT'])
    })

    it('keeps one response for all methods and headers of static lists', async () => {
      const methods = await methodsReceived('/ten-minutes/b', put, deleteWithToken)
      expect(methods).toEqual(['OPTIONS', 'PUT', 'DELETE'])
    })

    it('forgets a response when maxAge is over', async () => {
      expect(await methodsReceived('/two-seconds', put, put)).toEqual(['OPTIONS', 'PUT', 'PUT'])
      await sleep(2_500)
      expect(await methodsReceived('/two-seconds', put)).toEqual(['OPTIONS', 'PUT'])
    })

    it('keeps nothing with maxAge 0', async () => {
      const methods = await methodsReceived('/never', put, put)
      expect(methods).toEqual(['OPTIONS', 'PUT', 'OPTIONS', 'PUT'])
    })

    it('keeps a response without maxAge for a few seconds', async () => {
      expect(await methodsReceived('/default', put, put)).toEqual(['OPTIONS', 'PUT', 'PUT'])
    })
  })
}
