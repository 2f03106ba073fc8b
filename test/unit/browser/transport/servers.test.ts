import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPage, type Page, type Target } from '../../../../src/testing.js'
import { portOf } from '../../../support/port-of.js'
import { PAGE } from '../transports.js'
import { certificate } from './localhost-certificate.js'

const opened: (() => Promise<unknown>)[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  for (const close of opened.splice(0)) await close()
})

function pageOf(target: Target): Page {
  const page = createPage(target, { origin: PAGE })
  opened.push(() => page.close())
  return page
}

async function listen<Server extends net.Server>(server: Server, host?: string): Promise<string> {
  server.listen(0, host)
  await once(server, 'listening')
  opened.push(() => new Promise((resolve) => server.close(resolve)))
  return `localhost:${portOf(server)}`
}

/** A server that responds with these bytes, and the bytes that it received. */
async function rawServer(response: string) {
  const received: string[] = []
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      received.push(data.toString('latin1'))
      socket.end(response, 'latin1')
    })
  })
  return { base: `http://${await listen(server)}`, received }
}

function ordersApp() {
  const app = express()
  app.options('/orders', (_req, res) => {
    res.set({ 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Methods': 'PUT' })
    res.sendStatus(204)
  })
  app.put('/orders', express.text(), (req, res) => {
    res.set('Access-Control-Allow-Origin', PAGE)
    res.status(201).json({ body: req.body, host: req.headers.host, url: req.originalUrl })
  })
  return app
}

describe('a request listener', () => {
  it('such as an Express app is reached over a socket, whatever the host', async () => {
    const page = pageOf(ordersApp())
    const verdict = await page.check('https://api.example.com/orders?a=1', {
      method: 'PUT',
      body: 'zoë',
    })
    expect(verdict.exchanges.map(({ response }) => response?.status)).toEqual([204, 201])
    expect(JSON.parse(verdict.response?.body ?? '')).toEqual({
      body: 'zoë',
      host: 'api.example.com',
      url: '/orders?a=1',
    })
  })

  it('gets one socket for many requests at once', async () => {
    const ports = new Set<number | undefined>()
    const page = pageOf((req, res) => {
      ports.add(req.socket.localPort)
      res.setHeader('Access-Control-Allow-Origin', '*').end()
    })
    const verdicts = await Promise.all(['/a', '/b', '/c'].map((path) => page.check(path)))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['shared', 'shared', 'shared'])
    expect(ports.size).toBe(1)
  })

  it('is aborted by close() while its response has no end', async () => {
    const requests = new EventEmitter()
    const page = pageOf((_req, res) => {
      res.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).write('data: 1\n\n', () => {
        requests.emit('written')
      })
    })
    const verdict = page.check('/')
    await once(requests, 'written')
    await page.close()
    expect(await verdict).toMatchObject({ outcome: 'blocked', code: 'no-answer' })
  })

  it('is aborted by close() before it responds', async () => {
    const requests = new EventEmitter()
    const page = pageOf((req, _res) => requests.emit('request', req.socket.localPort))
    const verdict = page.check('/')
    const [localPort] = await once(requests, 'request')
    await page.close()
    expect(await verdict).toMatchObject({ outcome: 'blocked', code: 'no-answer' })
    const socket = net.connect(localPort, '127.0.0.1')
    await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('an http.Server', () => {
  const respond: http.RequestListener = (req, res) => {
    res.setHeader('Access-Control-Allow-Origin', '*').end(req.headers.host)
  }

  it('that does not listen is reached over a socket of the page and stays as it was', async () => {
    const server = http.createServer(respond)
    const listeners = server.listenerCount('error')
    const page = pageOf(server)
    expect((await page.check('/')).response?.body).toBe('server.test')
    expect(server.listening).toBe(false)
    expect(server.listenerCount('error')).toBe(listeners)
    await page.close()
    server.listen(0)
    await once(server, 'listening')
    await new Promise((resolve) => server.close(resolve))
  })

  it('serves the other pages when one of them closes', async () => {
    const requests = new EventEmitter()
    const server = http.createServer((_req, res) => requests.emit('request', res))
    const [first, second] = [pageOf(server), pageOf(server)]
    const dropped = first.check('/')
    await once(requests, 'request')
    const verdict = second.check('/')
    const [response] = await once(requests, 'request')
    await first.close()
    response.setHeader('Access-Control-Allow-Origin', '*').end()
    expect(await dropped).toMatchObject({ outcome: 'blocked', code: 'no-answer' })
    expect(await verdict).toMatchObject({ outcome: 'shared' })
  })

  it('that is about to listen keeps the port that it was given', async () => {
    const taken = http.createServer(respond)
    const port = Number(new URL(`http://${await listen(taken, 'localhost')}`).port)
    await new Promise((resolve) => taken.close(resolve))
    opened.pop()
    const server = http.createServer(respond)
    const listening = once(server.listen(port, 'localhost'), 'listening')
    opened.push(() => new Promise((resolve) => server.close(resolve)))
    expect((await pageOf(server).check('/')).outcome).toBe('shared')
    await listening
    expect(server.address()).toMatchObject({ port })
  })

  it.each(['127.0.0.1', '0.0.0.0', '::'])(
    'that listens on %s is used and left open',
    async (host) => {
      const server = http.createServer(respond)
      await listen(server, host)
      const page = pageOf(server)
      expect((await page.check('/')).response?.body).toBe('server.test')
      await page.close()
      expect(server.listening).toBe(true)
    },
  )

  it('that listens on a path is used, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'strict-cors-'))
    opened.push(() => rm(folder, { recursive: true }))
    const server = http.createServer(respond)
    server.listen(join(folder, 'socket'))
    await once(server, 'listening')
    opened.push(() => new Promise((resolve) => server.close(resolve)))
    expect((await pageOf(server).check('/')).response?.body).toBe('server.test')
  })

  it('gets the verdict no-answer if no socket can be opened, and close() has nothing to do', async () => {
    vi.spyOn(net.Server.prototype, 'listen').mockImplementation(function (this: net.Server) {
      process.nextTick(() => this.emit('error', new Error('listen EACCES')))
      return this
    })
    const page = pageOf(http.createServer(respond))
    expect((await page.check('/')).message).toBe(
      'There is no usable response from http://server.test/: listen EACCES. Fix: check that the server runs at this address and responds over HTTP.',
    )
    await page.close()
  })
})

describe('a base URL', () => {
  it('is what relative URLs are resolved against', async () => {
    const server = http.createServer((req, res) => {
      res.setHeader('Access-Control-Allow-Origin', '*').end(req.url)
    })
    const base = `http://${await listen(server)}/api/`
    const page = pageOf(base)
    expect((await page.check('orders')).response).toMatchObject({
      url: `${base}orders`,
      body: '/api/orders',
    })
  })

  it('leads to other servers if a redirect does', async () => {
    const last = http.createServer((_req, res) => {
      res.setHeader('Access-Control-Allow-Origin', '*').end('there')
    })
    const location = `http://${await listen(last)}/`
    const first = http.createServer((_req, res) => {
      res.writeHead(302, { 'Access-Control-Allow-Origin': '*', Location: location }).end()
    })
    const page = pageOf(`http://${await listen(first)}`)
    expect((await page.check('/')).response).toMatchObject({ url: location, body: 'there' })
  })

  it('gets the request as the page wrote it', async () => {
    const { base, received } = await rawServer(
      'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Methods: patch\r\nAccess-Control-Allow-Headers: *\r\n\r\n',
    )
    const verdict = await pageOf(base).check('/a?b#c', {
      method: 'patch',
      headers: [
        ['X-A', '1'],
        ['x-a', 'é'],
      ],
      body: new Uint8Array([0xff, 0x0a]),
    })
    expect(verdict.outcome).toBe('shared')
    const host = new URL(base).host
    expect(received.map((text) => text.split('\r\n'))).toEqual([
      [
        'OPTIONS /a?b HTTP/1.1',
        `host: ${host}`,
        'Accept: */*',
        'Access-Control-Request-Method: patch',
        'Access-Control-Request-Headers: x-a',
        'Origin: https://app.example.com',
        'Sec-Fetch-Dest: empty',
        'Sec-Fetch-Mode: cors',
        'Sec-Fetch-Site: cross-site',
        'Connection: close',
        '',
        '',
      ],
      [
        'patch /a?b HTTP/1.1',
        `host: ${host}`,
        'X-A: 1',
        'X-A: é',
        'Accept: */*',
        'Content-Length: 2',
        'Origin: https://app.example.com',
        'Sec-Fetch-Dest: empty',
        'Sec-Fetch-Mode: cors',
        'Sec-Fetch-Site: cross-site',
        'Connection: close',
        '',
        '\xff\n',
      ],
    ])
  })

  it('returns header lines as they came', async () => {
    const { base } = await rawServer(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\naccess-control-allow-origin:  *  \r\nX-A: \xe9\r\nContent-Length: 0\r\n\r\n',
    )
    const verdict = await pageOf(base).check('/')
    expect(verdict).toMatchObject({ code: 'allow-origin-multiple' })
    expect(verdict.exchanges[0]?.response?.headers).toEqual([
      ['Access-Control-Allow-Origin', '*'],
      ['access-control-allow-origin', '*'],
      ['X-A', '\xe9'],
      ['Content-Length', '0'],
    ])
  })

  it('accepts a body that ends with the connection', async () => {
    const { base } = await rawServer(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\r\nto the end',
    )
    expect((await pageOf(base).check('/')).response?.body).toBe('to the end')
  })

  it.each([
    [
      'is cut off',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc',
      'the connection was closed before the end of the body',
    ],
    [
      'has a NUL in a header',
      'HTTP/1.1 200 OK\r\nX: \0\r\n\r\n',
      'HPE_INVALID_HEADER_TOKEN: Parse Error: Invalid header value char',
    ],
    ['is empty', '', 'ECONNRESET: socket hang up'],
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
      'the connection was closed before a response came',
    ],
  ])('gets the verdict no-answer if the response %s', async (_what, response, reason) => {
    const { base } = await rawServer(response)
    const verdict = await pageOf(base).check('/')
    expect(verdict.message).toBe(
      `There is no usable response from ${base}/: ${reason}. Fix: check that the server runs at this address and responds over HTTP.`,
    )
  })

  it('is not connected to for a header that node:http cannot send', async () => {
    const server = http.createServer()
    const connections: net.Socket[] = []
    server.on('connection', (socket) => connections.push(socket))
    const base = `http://${await listen(server)}`
    const page = createPage(base, { origin: base })
    expect((await page.check('/', { headers: { 'X-A': '\x01' } })).message).toBe(
      `There is no usable response from ${base}/: Invalid character in header content ["X-A"]. Fix: check that the server runs at this address and responds over HTTP.`,
    )
    // The connection of another request would come after that of this one.
    const next = page.check('/next')
    await once(server, 'request')
    expect(connections).toHaveLength(1)
    await page.close()
    expect(await next).toMatchObject({ code: 'no-answer' })
  })

  it('gets the verdict no-answer if nobody listens', async () => {
    const server = net.createServer()
    const host = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    const verdict = await pageOf(`http://${host}`).check('/')
    expect(verdict).toMatchObject({ outcome: 'blocked', code: 'no-answer' })
    expect(verdict.message).toContain('ECONNREFUSED')
  })

  it('of an https: server gets the verdict no-answer if the certificate is not trusted', async () => {
    const server = https.createServer(certificate, (_req, res) => res.end())
    const base = `https://${await listen(server)}`
    const verdict = await pageOf(base).check('/')
    // From Node 24 on, its own message goes on with a hint after a semicolon.
    const [reason = '', fix] = verdict.message.split('. Fix: ')
    expect(reason.replace(/;.*/, '')).toBe(
      `There is no usable response from ${base}/: DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate`,
    )
    expect(fix).toBe(
      'use a certificate that is valid for this host and issued by an authority that this computer trusts; Node trusts the authorities in the file that NODE_EXTRA_CA_CERTS names, too.',
    )
  })

  it('of an https: server is reached over TLS', async () => {
    const server = https.createServer(certificate, (_req, res) => {
      res.setHeader('Access-Control-Allow-Origin', PAGE).end('secret')
    })
    const page = pageOf(`https://${await listen(server)}`)
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    vi.spyOn(process, 'emitWarning').mockReturnValue()
    const verdict = await page.check('/')
    expect(verdict.response?.body).toBe('secret')
  })

  it('is aborted by close() before it responds', async () => {
    const server = http.createServer()
    const base = `http://${await listen(server)}`
    const page = pageOf(base)
    const verdict = page.check('/')
    await once(server, 'request')
    await page.close()
    expect(await verdict).toMatchObject({ outcome: 'blocked', code: 'no-answer' })
  })
})
