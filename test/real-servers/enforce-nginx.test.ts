import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import express from 'express'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import cors from '../../src/index.js'
import { startApp } from '../real-browsers/express/start-app.js'
import { findFreePort } from '../support/find-free-port.js'
import { createTemporaryDirectory } from '../support/temporary-directory.js'
import { certificate } from '../unit/browser/transport/localhost-certificate.js'
import { startNginx } from './nginx.js'

const APP = 'https://app.example.com'
const STRANGER = 'https://evil.example'

const port = await findFreePort()
/** What browsers call the server. */
const OWN = `https://localhost:${port}`

/** What the app takes for its host, once per write that has run. */
const hosts: (string | undefined)[] = []

const app = express().set('env', 'test')
app.use('/unlisted', cors({ origin: [APP], credentials: true, enforce: true }))
app.use('/listed', cors({ origin: [APP, OWN], credentials: true, enforce: true }))
app.use(express.urlencoded({ extended: false }))
app.post(['/unlisted/orders', '/listed/orders'], (req, res) => {
  hosts.push(req.get('host'))
  res.send('written')
})

const upstream = await startApp(app)
afterAll(upstream.close)
const directory = await createTemporaryDirectory()
afterAll(directory.remove)
await writeFile(join(directory.path, 'key.pem'), certificate.key)
await writeFile(join(directory.path, 'cert.pem'), certificate.cert)

const nginx = await startNginx(
  `user root; events {} http { access_log off; server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${directory.path}/cert.pem;
    ssl_certificate_key ${directory.path}/key.pem;
    location / {
      proxy_pass ${upstream.url};
      proxy_set_header Host backend;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-Proto https;
    }
    location /kept/ {
      proxy_pass ${upstream.url}/unlisted/;
      proxy_set_header Host $http_host;
    }
  } }`,
  port,
)
afterAll(nginx.stop)

/** Sends a form to a path through nginx. @returns status and body */
async function submit(
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly [status: number | undefined, body: string]> {
  const sent = request(`${OWN}${path}/orders`, {
    method: 'POST',
    ca: certificate.cert,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  }).end('a=1')
  const [response] = await once(sent, 'response')
  if (!(response instanceof IncomingMessage)) throw new TypeError('no response')
  return [response.statusCode, await text(response)]
}

const WRITTEN = [200, 'written']
const NOT_ACCEPTED =
  '403 Forbidden: this server does not accept this request from the origin that sent it.'
const HINT =
  'If that is the origin of this server itself, a proxy has changed the Host header: list the origin in the option "origin".'
const REJECTED = [403, `${NOT_ACCEPTED} [strict-cors: origin-not-allowed]\n`]
const REJECTED_WITH_HINT = [403, `${NOT_ACCEPTED} ${HINT} [strict-cors: origin-not-allowed]\n`]

describe('enforce behind an nginx that ends TLS and changes Host', () => {
  beforeEach(() => {
    hosts.length = 0
  })

  it.each([
    ["the server's own form", { Origin: OWN, 'Sec-Fetch-Site': 'same-origin' }],
    [
      "the server's own form, under no-referrer",
      { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['an allowed page', { Origin: APP, 'Sec-Fetch-Site': 'cross-site' }],
    ['an allowed page in an old browser', { Origin: APP }],
    ['a client that is no browser', {}],
  ])('lets write %s', async (_what, headers) => {
    expect(await submit('/unlisted', headers)).toEqual(WRITTEN)
    expect(hosts).toEqual(['backend'])
  })

  it("rejects the server's own form in an old browser, and says how to allow it", async () => {
    expect(await submit('/unlisted', { Origin: OWN })).toEqual(REJECTED_WITH_HINT)
    expect(hosts).toEqual([])
  })

  it('lets it write as soon as the own origin is listed', async () => {
    expect(await submit('/listed', { Origin: OWN })).toEqual(WRITTEN)
  })

  it('lets it write if nginx keeps Host', async () => {
    expect(await submit('/kept', { Origin: OWN })).toEqual(WRITTEN)
    expect(hosts).toEqual([`localhost:${port}`])
  })

  it.each([
    ['a stranger', { Origin: STRANGER, 'Sec-Fetch-Site': 'cross-site' }, REJECTED],
    ['a stranger of the same site', { Origin: STRANGER, 'Sec-Fetch-Site': 'same-site' }, REJECTED],
    ['a sandboxed frame', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, REJECTED],
    ['a stranger in an old browser', { Origin: STRANGER }, REJECTED_WITH_HINT],
    [
      'a stranger who says what the proxy should',
      { Origin: STRANGER, 'X-Forwarded-Host': 'evil.example' },
      REJECTED_WITH_HINT,
    ],
  ])('rejects %s', async (_what, headers, response) => {
    for (const path of ['/unlisted', '/listed', '/kept']) {
      expect(await submit(path, headers)).toEqual(response)
    }
    expect(hosts).toEqual([])
  })
})
