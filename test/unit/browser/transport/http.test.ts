import { once } from 'node:events'
import https from 'node:https'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpTransport } from '../../../../src/browser/transport/http.js'
import { createPage, type Target } from '../../../../src/testing.js'
import { portOf } from '../../../support/port-of.js'
import { PAGE } from '../transports.js'
import { certificate } from './localhost-certificate.js'
import { endless, type Respond, rawServer, writing } from './raw-servers.js'

const opened: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

/** Where a server listens. */
async function listen(server: net.Server): Promise<string> {
  server.listen(0)
  await once(server, 'listening')
  opened.push(() => new Promise((resolve) => server.close(resolve)))
  return `localhost:${portOf(server)}`
}

async function serve(respond: Respond) {
  const server = await rawServer(respond)
  opened.push(() => server.close())
  return server
}

function secureServer(): https.Server {
  return https.createServer(certificate, (_req, res) => {
    res.setHeader('Access-Control-Allow-Origin', '*').end('secret')
  })
}

async function check(target: Target, url = '/') {
  const page = createPage(target, { origin: PAGE })
  opened.push(() => page.close())
  return page.check(url)
}

const OK = 'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n'

describe('the body', () => {
  it('is read to its end by default, whatever its length', async () => {
    const { base } = await serve(writing(`${OK}\r\n${'x'.repeat(20_000)}`))
    const verdict = await check(createHttpTransport(), base)
    expect(verdict.response?.body).toHaveLength(20_000)
  })

  it('is not waited for if it is skipped, so that one without end has a verdict', async () => {
    const { base, sockets } = await serve(endless(`${OK}\r\n`, 'data: 1\n\n'))
    const verdict = await check(createHttpTransport({ body: 'skip' }), base)
    expect(verdict).toMatchObject({ outcome: 'shared', response: { status: 200, body: '' } })
    expect(Object.keys(verdict.exchanges[0]?.response ?? {})).toEqual(['status', 'headers'])
    await expect.poll(() => sockets.size).toBe(0)
  })
})

describe('the option tls', () => {
  it('brings the certificates of other authorities', async () => {
    const base = `https://${await listen(secureServer())}`
    const transport = createHttpTransport({ tls: { ca: certificate.cert } })
    expect((await check(transport, base)).response?.body).toBe('secret')
  })

  it('may switch the verification off', async () => {
    const base = `https://${await listen(secureServer())}`
    const transport = createHttpTransport({ tls: { rejectUnauthorized: false } })
    expect((await check(transport, base)).response?.body).toBe('secret')
  })
})

describe('the cause of a verdict no-answer', () => {
  it.each([
    [
      'a name that does not exist',
      'http://nowhere.invalid',
      /^(ENOTFOUND|EAI_AGAIN): getaddrinfo /,
    ],
    ['an address that does not exist', 'http://[::ffff:0.0.0.0]:1', /^E[A-Z]+: connect /],
  ])('is the address if it is %s', async (_what, base, message) => {
    expect(await check(base)).toMatchObject({
      code: 'no-answer',
      cause: { type: 'address', message: expect.stringMatching(message) },
      fix: 'check that the server runs at this address',
    })
  })

  it.each(['http', 'https'])('is the address if nobody listens at an %s: URL', async (scheme) => {
    const server = net.createServer()
    const host = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await check(`${scheme}://${host}`)).toMatchObject({
      cause: { type: 'address', message: expect.stringMatching(/^ECONNREFUSED/) },
    })
  })

  it('is TLS if the certificate is not trusted', async () => {
    const base = `https://${await listen(secureServer())}`
    expect(await check(base)).toMatchObject({
      cause: { type: 'tls', message: expect.stringMatching(/^DEPTH_ZERO_SELF_SIGNED_CERT: /) },
    })
  })

  it('is TLS if the server has none', async () => {
    const { base } = await serve(writing(`${OK}\r\n`))
    expect(await check(base.replace('http:', 'https:'))).toMatchObject({
      cause: { type: 'tls', message: expect.stringMatching(/^\w+: wrong version number$/) },
    })
  })

  it('is TLS if the server hangs up in the middle of it', async () => {
    const { base } = await serve((socket) => socket.end())
    expect(await check(base.replace('http:', 'https:'))).toMatchObject({
      cause: { type: 'tls', message: expect.stringMatching(/^ECONNRESET: /) },
    })
  })

  it('is the protocol if the server has TLS and the URL is http:', async () => {
    const base = `http://${await listen(secureServer())}`
    expect(await check(base)).toMatchObject({ cause: { type: 'protocol' } })
  })

  it('is the protocol if a secure server hangs up', async () => {
    const server = https.createServer(certificate, (req) => req.socket.destroy())
    const base = `https://${await listen(server)}`
    const transport = createHttpTransport({ tls: { ca: certificate.cert } })
    expect(await check(transport, base)).toMatchObject({
      cause: { type: 'protocol', message: 'ECONNRESET: socket hang up' },
    })
  })
})
