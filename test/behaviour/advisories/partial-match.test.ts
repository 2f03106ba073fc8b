import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { from, preflightFrom, serveExpress } from './express.js'

const RULES = [
  'https://example.com',
  'https://*.example.com',
  'https://*.example.net:*',
  'https://example.net:*',
]

const ALLOWED = [
  'https://example.com',
  'https://a.example.com',
  'https://example.net:8443',
  'https://a.example.net:8443',
]

const NEAR = [
  ['something in front', 'https://evilexample.com'],
  ['something in front of the port pattern', 'https://evilexample.net:8443'],
  ['something behind', 'https://example.com.evil.test'],
  ['something behind a subdomain', 'https://a.example.com.evil.test'],
  ['something around', 'https://a.example.com.example.org'],
  ['an empty label', 'https://.example.com'],
  ['an empty label in between', 'https://a..example.com'],
  ['an empty label and a port', 'https://.example.net:8443'],
  ['a part of it', 'https://example.co'],
  ['a part of its last label', 'https://a.example.co'],
  ['http: for https:', 'http://example.com'],
  ['http: for https: of a subdomain', 'http://a.example.com'],
  ['http: for https: with any port', 'http://a.example.net:8443'],
  ['another port', 'https://example.com:8443'],
  ['another port of a subdomain', 'https://a.example.com:8443'],
  ['the default port', 'https://example.com:443'],
  ['a character for the dot', 'https://examplescom'],
  ['a hyphen for the dot', 'https://evil-example.com'],
  ['user info', 'https://example.com@evil.test'],
  ['a path', 'https://evil.test/.example.com'],
  ['a query', 'https://evil.test?.example.com'],
  ['a fragment', 'https://evil.test#.example.com'],
  ['a port that ends as a host does', 'https://evil.test:8443.example.com'],
] as const

describe('an origin that matches in part', () => {
  it('is near origins that are allowed', async () => {
    const send = await serveExpress(cors({ origin: RULES, credentials: true }))
    for (const origin of ALLOWED) {
      expect((await send(from(origin))).headers['access-control-allow-origin']).toBe(origin)
    }
  })

  it.each(NEAR)('is not allowed: %s', async (_what, origin) => {
    const send = await serveExpress(cors({ origin: RULES, credentials: true }))
    expect((await send(from(origin))).headers).toEqual({ vary: 'Origin' })
    expect((await send(preflightFrom(origin))).headers).toEqual({
      vary: 'Origin, Access-Control-Request-Headers',
    })
  })
})
