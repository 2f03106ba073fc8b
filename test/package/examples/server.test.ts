import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPage } from '../../../src/testing.js'
import { portOf } from '../../support/port-of.js'
import { exampleFile, runExample, TIMEOUT } from './run-example.js'
import { type RunningServer, startServer } from './start-server.js'

/** What the page starts with. */
interface Setup {
  readonly url: string
  readonly checks: readonly {
    readonly name: string
    readonly expected: string
    readonly url: string
    readonly origin: string
    readonly method: string
    readonly headers: string
    readonly body: string
    readonly credentials: boolean
  }[]
}

describe('the example server', { timeout: TIMEOUT }, () => {
  let server: RunningServer
  let setup: Setup
  let pageOrigin: string
  beforeAll(async () => {
    server = await startServer(exampleFile('server/server.js'))
    pageOrigin = new URL(server.pageUrl).origin
    setup = JSON.parse(await (await fetch(`${server.pageUrl}setup`)).text())
  }, TIMEOUT)
  afterAll(() => server.stop())

  /** What the page’s server says of a request. */
  async function check(form: object) {
    const response = await fetch(`${server.pageUrl}check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: pageOrigin },
      body: JSON.stringify(form),
    })
    const { result } = JSON.parse(await response.text())
    return result
  }

  it('prints both addresses, and in four lines what to try', () => {
    const { apiOrigin, pageUrl } = server
    expect(server.printed()).toBe(`
  API   ${apiOrigin}
  Page  ${pageUrl}  <- open this one

  1. Press a prepared check, then "Ask this browser too": your browser says the same.
  2. Change the method or add a header, press Check, and see where the request stops.
  3. Open ${pageUrl.replace('127.0.0.1', 'localhost')}: an origin that the API refuses.
  4. Change examples/server/policies.js: the API starts again by itself, or says why it cannot.

  Refused requests are listed below. Ctrl+C ends it.

`)
  })

  it('listens on the loopback address only', async () => {
    for (const address of [server.apiOrigin, pageOrigin]) {
      const url = address.replace('127.0.0.1', '[::1]')
      const code = await fetch(url).catch((error) => error.cause.code)
      expect(code).toBe('ECONNREFUSED')
    }
  })

  it('prepares checks, allowed and refused, which end as they say', async () => {
    const seen = []
    for (const { name, expected, ...form } of setup.checks) {
      const { outcome, code } = await check(form)
      expect([name, outcome]).toEqual([name, expected])
      seen.push(`${name}: ${code ?? outcome}`)
    }
    expect(seen).toEqual([
      'GET /orders: shared',
      'PUT /orders/1 with Content-Type: shared',
      'GET /visits with cookies: shared',
      'GET /failure: shared',
      'GET /news: shared',
      'DELETE /orders/1: method-not-in-allow-methods',
      'GET /orders with X-Debug: header-not-in-allow-headers',
      'GET /reports: allow-origin-missing',
      'GET /news with cookies: allow-origin-wildcard-with-credentials',
    ])
    expect(setup.url).toBe(`${server.apiOrigin}/orders`)
  })

  it('refuses the same page under the name localhost', async () => {
    const origin = pageOrigin.replace('127.0.0.1', 'localhost')
    const { code } = await check({ url: setup.url, origin })
    expect(code).toBe('allow-origin-missing')
  })

  it('knows a visitor by the cookie', async () => {
    const page = createPage(server.apiOrigin, { origin: pageOrigin })
    onTestFinished(() => page.close())
    await page.check('/visits', { credentials: 'include' })
    const { response } = await page.check('/visits', { credentials: 'include' })
    expect(response?.body).toBe('{"visits":2}')
  })

  it('prints the requests that it refuses', async () => {
    await check({ url: `${server.apiOrigin}/orders/1`, origin: pageOrigin, method: 'DELETE' })
    await expect
      .poll(server.printed)
      .toContain('OPTIONS /orders/1: the method "DELETE" is not allowed; allowed: "PUT"')
  })
})

describe('the example server, when its policies change', { timeout: TIMEOUT }, () => {
  it('starts the API again, and says so if it cannot', async () => {
    // In the repository, so that the copy finds the packages and the build.
    const folder = await mkdtemp(exampleFile('../.copy-'))
    const copy = join(folder, 'examples', 'server')
    await cp(exampleFile('server'), copy, { recursive: true })
    await symlink(exampleFile('../dist'), join(folder, 'dist'))
    const server = await startServer(join(copy, 'server.js'))
    onTestFinished(async () => {
      await server.stop()
      await rm(folder, { recursive: true })
    })
    const file = join(copy, 'policies.js')
    const good = await readFile(file, 'utf8')
    const outcome = async () => {
      const page = createPage(server.apiOrigin, { origin: 'https://reports.example.org' })
      const verdict = await page.check('/reports')
      await page.close()
      return verdict.code ?? verdict.outcome
    }
    expect(await outcome()).toBe('allow-origin-missing')

    await writeFile(file, good.replace('reports.example.com', 'reports.example.org'))
    await expect.poll(outcome, { timeout: 10_000 }).toBe('shared')

    await writeFile(file, good.replace('reports.example.com', 'reports.example.org/'))
    await expect
      .poll(server.printed, { timeout: 10_000 })
      .toContain('The API does not start. Change policies.js again.')
    expect(server.printed()).toContain('CorsConfigError: 1 problem in the CORS options')

    await writeFile(file, good)
    await expect
      .poll(() => server.printed().match(/policies\.js has changed\./g)?.length, {
        timeout: 10_000,
      })
      .toBe(3)
    await expect.poll(outcome, { timeout: 10_000 }).toBe('allow-origin-missing')
  })
})

describe('the example server, on a port that it cannot use', () => {
  it.each(['API_PORT', 'PAGE_PORT'])('says that the port is taken: %s', async (variable) => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    onTestFinished(() => {
      taken.close()
    })
    const port = portOf(taken)
    const other = variable === 'API_PORT' ? 4000 : 4001
    const environment = { API_PORT: '0', [variable]: String(port) }
    expect(await runExample('server/server.js', [], environment)).toEqual({
      code: 1,
      stdout: '',
      stderr: `Cannot use port ${port}: it is taken.\nChoose another one, as in ${variable}=${other} npm start\n`,
    })
  })

  it('says that the port is not a number', async () => {
    expect(await runExample('server/server.js', [], { API_PORT: '0', PAGE_PORT: 'http' })).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Cannot use port http: it is not a number.\nChoose another one, as in PAGE_PORT=4001 npm start\n',
    })
  })
})
