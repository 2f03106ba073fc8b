import cors from 'cors'
import express from 'express'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { audit, type FindingCode } from '../../src/testing.js'
import { startApp } from '../real-browsers/express/start-app.js'
import { findFreePort } from '../support/find-free-port.js'
import { startNginx } from './nginx.js'

const APP = 'https://app.example.com'

const app = express().set('env', 'test')
app.use('/cors', cors({ origin: [APP], credentials: true }))
app.get(['/cors/orders', '/bare/orders'], (_req, res) => {
  res.set('Cache-Control', 'public, max-age=60').json([])
})

const upstream = await startApp(app)
afterAll(upstream.close)

/** Starts nginx with this `location` in front of the app. @returns the base URL */
async function serve(location: string, http = ''): Promise<string> {
  const port = await findFreePort()
  const nginx = await startNginx(
    `user root; events {} http { access_log off; ${http} server { listen 127.0.0.1:${port}; ${location} } }`,
    port,
  )
  onTestFinished(() => nginx.stop())
  return `http://127.0.0.1:${port}/orders`
}

async function isClean(url: string): Promise<boolean> {
  const { findings, refused, complete } = await audit(url, { trusted: [APP] })
  return findings.length + refused.length === 0 && complete
}

async function codesAt(url: string): Promise<FindingCode[]> {
  const { findings } = await audit(url, { trusted: [APP] })
  return findings.map(({ code }) => code)
}

const HEADERS = [
  'add_header Vary Origin always',
  'add_header Access-Control-Allow-Credentials true always',
  'add_header Access-Control-Allow-Methods "GET, PUT" always',
  'add_header Access-Control-Allow-Headers "Authorization, Content-Type" always',
].join('; ')
const MAP = `map $http_origin $allowed { default ''; '${APP}' $http_origin; }`

describe('behind nginx, the audit finds', () => {
  it('nothing if it passes on what the app sends', async () => {
    const url = await serve(`location / { proxy_pass ${upstream.url}/cors/; }`)
    expect(await isClean(url)).toBe(true)
  })

  it('nothing if it does everything itself and right', async () => {
    const url = await serve(
      `location / {
        add_header Access-Control-Allow-Origin $allowed always; ${HEADERS};
        if ($request_method = OPTIONS) { return 204; }
        proxy_pass ${upstream.url}/bare/;
      }`.replace(
        'return 204;',
        `add_header Access-Control-Allow-Origin $allowed always; ${HEADERS}; return 204;`,
      ),
      MAP,
    )
    expect(await isClean(url)).toBe(true)
  })

  it('headers that it adds a second time', async () => {
    const url = await serve(
      `location / { add_header Access-Control-Allow-Origin $allowed; proxy_pass ${upstream.url}/cors/; }`,
      MAP,
    )
    expect(await codesAt(url)).toEqual(['allow-origin-multiple'])
  })

  it('headers that it drops on errors', async () => {
    const url = await serve(
      `location / {
        add_header Access-Control-Allow-Origin $allowed; ${HEADERS.replaceAll(' always', '')};
        proxy_pass ${upstream.url}/bare/;
      }`,
      MAP,
    )
    expect(await codesAt(url)).toEqual(['error-without-cors'])
  })

  it('an origin that it reflects', async () => {
    const url = await serve(
      `location / { add_header Access-Control-Allow-Origin $http_origin always; ${HEADERS}; proxy_pass ${upstream.url}/bare/; }`,
    )
    expect(await codesAt(url)).toEqual(['any-origin'])
  })

  it('an unescaped dot in a map', async () => {
    const url = await serve(
      `location / { add_header Access-Control-Allow-Origin $allowed always; ${HEADERS}; proxy_pass ${upstream.url}/bare/; }`,
      `map $http_origin $allowed { default ''; '~^https://app.example.com$' $http_origin; }`,
    )
    expect(await codesAt(url)).toEqual(['unescaped-dot'])
  })

  it('a redirect of preflights', async () => {
    const url = await serve(
      `location / { if ($request_method = OPTIONS) { return 301 https://$host$request_uri; } proxy_pass ${upstream.url}/cors/; }`,
    )
    expect(await codesAt(url)).toEqual(['preflight-redirected'])
  })

  it('a password that is asked of preflights', async () => {
    const url = await serve(
      `location / { if ($request_method = OPTIONS) { return 401; } proxy_pass ${upstream.url}/cors/; }`,
    )
    expect(await codesAt(url)).toEqual(['preflight-unauthorized'])
  })

  it('a cache that ignores Vary', async () => {
    const url = await serve(
      `location / { proxy_cache responses; proxy_ignore_headers Vary; proxy_pass ${upstream.url}/cors/; }`,
      'proxy_cache_path cache keys_zone=responses:1m;',
    )
    expect(await codesAt(url)).toEqual(['vary-missing'])
  })

  it('nothing about a cache that obeys Vary', async () => {
    const url = await serve(
      `location / { proxy_cache responses; proxy_pass ${upstream.url}/cors/; }`,
      'proxy_cache_path cache keys_zone=responses:1m;',
    )
    expect(await isClean(url)).toBe(true)
  })
})
