import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPage, type PageRequestInit } from '../../../src/testing.js'
import { runExample, TIMEOUT } from './run-example.js'
import { type RunningServer, startServer } from './start-server.js'

/** What the page gets to know. */
interface Setup {
  readonly apiOrigin: string
  readonly pageOrigin: string
  readonly tries: readonly {
    readonly id: string
    readonly path: string
    readonly init: PageRequestInit
    readonly code: string
  }[]
  readonly policies: readonly { readonly name: string; readonly code: string }[]
}

describe('the example server', () => {
  let server: RunningServer
  let setup: Setup
  beforeAll(async () => {
    server = await startServer()
    const { body } = await supertest(server.pageOrigin).get('/setup').expect(200)
    setup = body
  }, TIMEOUT)
  afterAll(() => server.stop())

  /** Makes every request of the page from an origin: its outcome, or why it is blocked. */
  async function tryAll(origin: string) {
    const page = createPage(server.apiOrigin, { origin })
    onTestFinished(() => page.close())
    const outcomes: Record<string, string> = {}
    for (const { id, path, init } of setup.tries) {
      const verdict = await page.check(path, init)
      outcomes[id] = verdict.code ?? `${verdict.outcome} ${verdict.response.status}`
    }
    return outcomes
  }

  it('prints both addresses and what to try', () => {
    const { apiOrigin, pageOrigin } = server
    expect(server.printed()).toBe(`
  API   ${apiOrigin}
  Page  ${pageOrigin}  <- open this one

  What to try

  1. Open ${pageOrigin}: the page calls the API and shows what comes back.
  2. Open ${pageOrigin.replace('localhost', '127.0.0.1')}: the same page, from an origin that the API refuses.
  3. Ask as a browser asks before it sends PUT:
     curl -i -X OPTIONS ${apiOrigin}/orders/1 \\
       -H 'Origin: ${pageOrigin}' -H 'Access-Control-Request-Method: PUT'
  4. Change examples/server/policies.js, and start again.

  Refused requests are listed below. Ctrl+C ends it.

`)
  })

  it.each([
    ['/', 'text/html'],
    ['/style.css', 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
    ['/page.js', 'text/javascript'],
    ['/show-try.js', 'text/javascript'],
    ['/element.js', 'text/javascript'],
  ])('serves %s, which loads nothing from elsewhere', async (path, type) => {
    const { status, headers, text, body } = await supertest(server.pageOrigin).get(path)
    expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, type])
    const source: string = text ?? body.toString()
    expect(source).not.toMatch(/(src|href|from|url|import)[\s=('"]+(https?:)?\/\//)
  })

  it('tells the page the addresses, and every request and policy as code', () => {
    expect([setup.apiOrigin, setup.pageOrigin]).toEqual([server.apiOrigin, server.pageOrigin])
    expect(setup.tries.find(({ id }) => id === 'method')?.code).toBe(
      `fetch('${server.apiOrigin}/orders/1', { method: 'DELETE' })`,
    )
    expect(setup.policies).toEqual([
      {
        name: 'orders',
        code: `cors({
  origin: '${server.pageOrigin}',
  methods: [ 'GET', 'PUT' ],
  allowedHeaders: [ 'Content-Type' ],
  exposedHeaders: [ 'X-Total-Count' ],
  credentials: true
})`,
      },
      { name: 'news', code: "cors({ origin: '*' })" },
      { name: 'reports', code: "cors({ origin: 'https://reports.example.com' })" },
    ])
  })

  it('lets the page read what the policies allow, and nothing else', async () => {
    expect(await tryAll(server.pageOrigin)).toEqual({
      read: 'shared 200',
      replace: 'shared 200',
      cookies: 'shared 200',
      failure: 'shared 500',
      public: 'shared 200',
      method: 'method-not-in-allow-methods',
      header: 'header-not-in-allow-headers',
      origin: 'allow-origin-missing',
      wildcard: 'allow-origin-wildcard-with-credentials',
    })
  })

  it('lets the same page under 127.0.0.1 read only the news', async () => {
    expect(await tryAll(server.pageOrigin.replace('localhost', '127.0.0.1'))).toEqual({
      read: 'allow-origin-missing',
      replace: 'allow-origin-missing',
      cookies: 'allow-origin-missing',
      failure: 'allow-origin-missing',
      public: 'shared 200',
      method: 'allow-origin-missing',
      header: 'allow-origin-missing',
      origin: 'allow-origin-missing',
      wildcard: 'allow-origin-wildcard-with-credentials',
    })
  })

  it('knows a visitor by the cookie', async () => {
    const page = createPage(server.apiOrigin, { origin: server.pageOrigin })
    onTestFinished(() => page.close())
    await page.check('/visits', { credentials: 'include' })
    const { response } = await page.check('/visits', { credentials: 'include' })
    expect(response?.body).toBe('{"visits":2}')
  })

  it('tells what the policy said about each request, found by its mark, and prints the refusal', async () => {
    const page = createPage(server.apiOrigin, { origin: server.pageOrigin })
    onTestFinished(() => page.close())
    await page.check('/orders/1?mark=mine', { method: 'DELETE' })
    const { body } = await supertest(server.pageOrigin).get('/decisions/mine').expect(200)
    const message =
      'the method "DELETE" is not allowed; allowed: "PUT" besides GET, HEAD and POST; to allow it, add "DELETE" to methods'
    expect(body).toEqual([
      {
        mark: 'mine',
        request: 'OPTIONS /orders/1',
        asked: { Origin: server.pageOrigin, 'Access-Control-Request-Method': 'DELETE' },
        decision: {
          kind: 'preflight',
          allowed: false,
          rejected: false,
          headers: {
            'Access-Control-Allow-Origin': server.pageOrigin,
            'Access-Control-Allow-Credentials': 'true',
            'Access-Control-Allow-Methods': 'GET,PUT',
            'Access-Control-Allow-Headers': 'Content-Type',
          },
          vary: ['Origin'],
          denial: { code: 'method-not-allowed', message, values: ['DELETE'] },
        },
      },
    ])
    await expect.poll(server.printed).toContain(`OPTIONS /orders/1: ${message}\n`)
  })

  it('tells the page why a request of its own is blocked', async () => {
    const { body } = await supertest(server.pageOrigin)
      .get('/verdicts/origin')
      .set('Host', '127.0.0.1:3001')
      .expect(200)
    expect(body).toEqual({
      outcome: 'blocked',
      code: 'allow-origin-missing',
      message: `The response from ${server.apiOrigin}/reports (status 200) has no Access-Control-Allow-Origin, but the origin http://127.0.0.1:3001 needs one. Fix: send Access-Control-Allow-Origin: http://127.0.0.1:3001 with every response, error responses included.`,
    })
  })

  it('responds with 404 if it knows no such request', async () => {
    await supertest(server.pageOrigin).get('/verdicts/unknown').expect(404)
  })
})

describe('the example server, on a port that it cannot use', () => {
  it('says that the port is taken', async () => {
    const taken = createServer().listen(0)
    await once(taken, 'listening')
    onTestFinished(() => {
      taken.close()
    })
    const port = portOf(taken.address())
    expect(await runExample('server/server.js', [], { API_PORT: String(port) })).toEqual({
      code: 1,
      stdout: '',
      stderr: `Cannot use port ${port}: it is taken.\nChoose another one, as in API_PORT=4000 npm start\n`,
    })
  })

  it('says that the port is not a number', async () => {
    expect(await runExample('server/server.js', [], { API_PORT: '0', PAGE_PORT: 'http' })).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Cannot use port http: it is no number.\nChoose another one, as in PAGE_PORT=4001 npm start\n',
    })
  })
})

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
