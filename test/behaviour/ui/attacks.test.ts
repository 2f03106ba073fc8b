import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { audit, createPage } from '../../../src/testing.js'
import { startTester, type Tester } from '../../../src/ui/start-tester.js'
import { portOf } from '../../support/port-of.js'
import { sendRaw } from './raw-request.js'

let tester: Tester
let port: number
let token: string

beforeAll(async () => {
  tester = await startTester({})
  port = Number(new URL(tester.url).port)
  token = new URL(tester.url).pathname.split('/').join('')
})
afterAll(() => tester.close())

interface Attempt {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A request as the page makes it, but for what is different; the first line of the response. */
async function attempt({ method = 'POST', path = 'explain', headers = {}, body = '{}' }: Attempt) {
  const lines = Object.entries({
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
  const response = await sendRaw(
    port,
    `${method} /${token}/${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`,
  )
  return { status: Number(response.split(' ')[1]), response }
}

describe('the page’s server', () => {
  it('serves its own page', async () => {
    expect((await attempt({})).status).toBe(200)
  })

  it('listens on the loopback address only', async () => {
    expect(new URL(tester.url).hostname).toBe('127.0.0.1')
    const other = await fetch(`http://[::1]:${port}/`).catch((error) => error.cause.code)
    expect(other).toBe('ECONNREFUSED')
  })

  it('has a token of 128 random bits', async () => {
    const other = await startTester({})
    onTestFinished(() => other.close())
    expect(token).toMatch(/^[\w-]{22}$/)
    expect(other.url).not.toContain(token)
  })

  it.each([
    ['DNS rebinding', 421, { Host: 'evil.example', Origin: '' }],
    ['DNS rebinding with the port', 421, { Host: 'evil.example:PORT', Origin: '' }],
    ['a host that begins like ours', 421, { Host: '127.0.0.1.evil.example:PORT' }],
    ['another port', 421, { Host: '127.0.0.1:1' }],
    ['no port', 421, { Host: '127.0.0.1' }],
    ['an empty host', 421, { Host: ' ' }],
    ['a page of another origin', 403, { Origin: 'https://evil.example' }],
    ['a page of another port', 403, { Origin: 'http://127.0.0.1:1' }],
    ['a page over https', 403, { Origin: 'https://127.0.0.1:PORT' }],
    ['a sandboxed page', 403, { Origin: 'null' }],
    ['the other name of this machine', 403, { Origin: 'http://localhost:PORT' }],
    ['no origin', 403, { Origin: '' }],
    ['another site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of the same site', 403, { 'Sec-Fetch-Site': 'same-site' }],
    ['a form', 415, { 'Content-Type': 'text/plain' }],
    ['a form with JSON', 415, { 'Content-Type': 'text/plain; application/json' }],
    ['no type', 415, { 'Content-Type': '' }],
  ])('refuses %s', async (_, status, given) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace('PORT', String(port))]),
    )
    const { status: seen, response } = await attempt({ headers })
    expect(seen).toBe(status)
    expect(response).not.toMatch(/access-control|evil/i)
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('does nothing for %s', async (method) => {
    expect((await attempt({ method })).status).toBe(405)
  })

  it('lets no other page ask for permission', async () => {
    const headers = {
      Origin: 'https://evil.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
      'Access-Control-Request-Private-Network': 'true',
    }
    const { status, response } = await attempt({ method: 'OPTIONS', headers, body: '' })
    expect(status).toBe(403)
    expect(response).not.toMatch(/access-control/i)
  })

  it.each([
    ['without the token', '/explain'],
    ['with an empty token', '//explain'],
    ['with another token', '/AAAAAAAAAAAAAAAAAAAAAA/explain'],
    ['with the token in a query', '/explain?TOKEN'],
    ['with the beginning of the token', '/HEAD/explain'],
  ])('does nothing %s', async (_, path) => {
    const target = path.replace('TOKEN', token).replace('HEAD', token.slice(0, 21))
    const response = await sendRaw(
      port,
      `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    )
    expect(response).toMatch(/^HTTP\/1.1 405 /)
    expect(response).not.toContain('explanations')
  })

  it.each([
    '../start-tester.ts',
    '..%2fstart-tester.ts',
    '../../../package.json',
    'page/main.js',
    '/etc/passwd',
    'constructor',
    '__proto__',
    'main.js%00.html',
    'main.js/',
  ])('serves no file but the page’s own: %s', async (path) => {
    for (const prefix of [`/${token}/`, '/']) {
      const response = await sendRaw(
        port,
        `GET ${prefix}${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      )
      expect(response).toMatch(/^HTTP\/1.1 404 /)
      expect(response).toContain('This page opens only with the address')
    }
  })

  it('reads a form up to a limit', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(300_000) })
    expect((await attempt({ body })).status).toBe(413)
  })

  it.each(['', 'null', '[]', '1', '{', '"text"'])('refuses the body %s', async (body) => {
    expect((await attempt({ body })).status).toBe(400)
  })

  it('sends headers under which no other page can frame it, load it or hear of it', async () => {
    for (const path of [`/${token}/`, '/', '/style.css', '/nothing', `/${token}/setup`]) {
      const { headers } = await fetch(new URL(path, tester.url))
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('has no script or style in its pages, and loads nothing from elsewhere', async () => {
    for (const path of ['/', `/${token}/`]) {
      const text = await (await fetch(new URL(path, tester.url))).text()
      expect(text).toMatch(/^<!doctype html>/)
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)/i)
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    }
  })

  it('passes its own audit', async () => {
    for (const url of [tester.url, `${tester.url}setup`, `${tester.url}explain`]) {
      expect(String(await audit(url))).toContain('No findings')
    }
  })

  it('is closed to a page of any origin but its own, as a browser sees it', async () => {
    for (const origin of ['https://evil.example', 'null', `http://localhost:${port}`]) {
      const page = createPage(tester.url, { origin })
      onTestFinished(() => page.close())
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
      const { outcome, code } = await page.check('explain', init)
      expect([outcome, code]).toEqual(['blocked', 'allow-origin-missing'])
    }
  })

  it('does not let a stranger’s image or script in', async () => {
    const { status } = await fetch(`${tester.url}main.js`, {
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'script' },
    })
    expect(status).toBe(403)
  })

  it('lets a person follow a link to it', async () => {
    const response = await sendRaw(
      port,
      `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: document\r\nConnection: close\r\n\r\n`,
    )
    expect(response).toMatch(/^HTTP\/1.1 200 /)
  })
})

describe('a secret', () => {
  it('does not come back from a check', async () => {
    const server = createServer((_req, res) => {
      res.setHeader('Set-Cookie', 'session=very-secret-reply')
      res.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.close()
    })
    const api = portOf(server)
    const { response } = await attempt({
      path: 'check',
      body: JSON.stringify({
        url: `http://127.0.0.1:${api}/`,
        origin: `http://127.0.0.1:${api}`,
        headers: 'Authorization: Bearer very-secret-token\nX-Api-Key: very-secret-key',
        cookies: 'session=very-secret-cookie',
        credentials: true,
      }),
    })
    expect(response).toContain('"outcome":"shared"')
    expect(response).toContain('session=***')
    expect(response).not.toContain('very-secret')
  })
})
