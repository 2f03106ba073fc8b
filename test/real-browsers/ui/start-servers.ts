import { once } from 'node:events'
import type { Server } from 'node:http'
import express from 'express'
import { cors } from '../../../src/index.js'
import { startTester } from '../../../src/ui/start-tester.js'
import { portOf } from '../../support/port-of.js'

/** The page, and servers to try it on. */
export interface Servers {
  /** The address of the page, with its token. */
  readonly page: string
  readonly pageOrigin: string
  /** Lets the page GET and PUT `/orders`, with cookies. */
  readonly api: string
  /** Lets everybody in, with cookies. */
  readonly bad: string
  /** Sends HTML that runs script wherever it is read as HTML. */
  readonly hostile: string
  /** Never responds. */
  readonly silent: string
  /** How many requests have reached the servers. */
  requests(): number
  close(): Promise<void>
}

export async function startServers(): Promise<Servers> {
  let requests = 0
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const api = originOf(server)
  const orders = `${api}/orders`
  const tester = await startTester({
    url: orders,
    checks: [
      {
        name: 'DELETE /orders',
        expected: 'blocked',
        url: orders,
        origin: 'https://app.example.com',
        method: 'DELETE',
        headers: '',
        body: '',
        credentials: false,
        cookies: '',
      },
    ],
  })
  const pageOrigin = new URL(tester.url).origin

  app.use((_req, _res, next) => {
    requests++
    next()
  })
  app.use('/silent', () => {})
  app.use('/hostile', (_req, res) => {
    const html = "<img src=x onerror=document.title='run'><script>document.title='run'</script>"
    res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' })
    res.set('X-Note', html).send(html)
  })
  app.use('/bad', (req, res) => {
    res.set('Access-Control-Allow-Origin', req.get('Origin') ?? '*')
    res.set('Access-Control-Allow-Credentials', 'true').json({})
  })
  app.use(cors({ origin: pageOrigin, methods: ['GET', 'PUT'], credentials: true }))
  app.all('/orders', (_req, res) => {
    res.json([{ item: 'Teapot' }])
  })

  return {
    page: tester.url,
    pageOrigin,
    api: orders,
    bad: `${api}/bad`,
    hostile: `${api}/hostile`,
    silent: `${api}/silent`,
    requests: () => requests,
    async close() {
      await tester.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function originOf(server: Server): string {
  const port = portOf(server)
  return `http://127.0.0.1:${port}`
}
