import { createServer, type RequestListener } from 'node:http'
import npmCors from 'cors'
import express, { type RequestHandler } from 'express'
import { describe, expect, it } from 'vitest'
import { audit, type FindingCode } from '../../../src/testing.js'
import { APP } from './planted.js'

/** An Express 5 app that runs this before its routes. */
function expressApp(...before: RequestHandler[]): RequestListener {
  const app = express().set('env', 'test')
  if (before.length > 0) app.use(...before)
  app.get('/orders', (_req, res) => {
    res.json([])
  })
  return app
}

const cors = (origin: npmCors.CorsOptions['origin']): RequestListener =>
  expressApp(npmCors({ origin, credentials: true }))

/** What people write by hand on node:http. */
function byHand(isAllowed: (origin: string) => boolean): RequestListener {
  return (req, res) => {
    const { origin } = req.headers
    res.setHeader('Vary', 'Origin')
    if (origin !== undefined && isAllowed(origin)) {
      res.setHeader('Access-Control-Allow-Origin', origin)
      res.setHeader('Access-Control-Allow-Credentials', 'true')
      res.setHeader('Access-Control-Allow-Methods', 'GET, PUT')
      res.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type')
    }
    res.end()
  }
}

const corsOnOneRoute = express()
  .set('env', 'test')
  .get('/orders', npmCors({ origin: [APP] }), (_req, res) => {
    res.json([])
  })

const refuseStrangers: RequestHandler = (req, res, next) => {
  if (req.get('authorization') === undefined) res.sendStatus(401)
  else next()
}

const CASES: readonly (readonly [string, RequestListener, readonly FindingCode[]])[] = [
  ['cors that reflects with credentials', cors(true), ['any-origin']],
  ['cors with an unanchored expression', cors([APP, /example\.com/]), ['substring-match']],
  ['cors with an open beginning', cors([APP, /example\.com$/]), ['suffix-match']],
  ['cors with an open end', cors([APP, /^https:\/\/app\.example\.com/]), ['prefix-match']],
  ['cors with an unescaped dot', cors([/^https:\/\/app.example\.com$/]), ['unescaped-dot']],
  ['cors with http as well', cors([/^https?:\/\/app\.example\.com$/]), ['insecure-origin']],
  ['cors with every subdomain', cors([/^https:\/\/(.+\.)?example\.com$/]), ['any-subdomain']],
  ['cors with every port', cors([/^https:\/\/app\.example\.com(:\d+)?$/]), ['any-port']],
  ['cors with localhost', cors([APP, 'http://localhost:3000']), ['localhost-origin']],
  ['cors with null', cors([APP, 'null']), ['null-origin']],
  ['cors with previews', cors([APP, /\.vercel\.app$/]), ['shared-suffix-origin']],
  [
    'cors with a function, which forgets Vary on requests without Origin',
    cors((origin, callback) => callback(null, origin === APP)),
    ['vary-missing'],
  ],
  [
    'cors with "*" and credentials',
    expressApp(npmCors({ origin: '*', credentials: true })),
    ['wildcard-with-credentials', 'any-origin'],
  ],
  [
    'cors twice, the second time by hand',
    expressApp(npmCors({ origin: [APP] }), (_req, res, next) => {
      res.append('Access-Control-Allow-Origin', APP)
      next()
    }),
    ['allow-origin-multiple'],
  ],
  ['cors on GET of one route', corsOnOneRoute, ['preflight-without-cors', 'error-without-cors']],
  [
    'cors behind authentication',
    expressApp(refuseStrangers, npmCors({ origin: [APP] })),
    ['preflight-unauthorized', 'error-without-cors'],
  ],
  ['startsWith by hand', byHand((origin) => origin.startsWith(APP)), ['prefix-match']],
  ['endsWith by hand', byHand((origin) => origin.endsWith('example.com')), ['suffix-match']],
  ['includes by hand', byHand((origin) => origin.includes('example.com')), ['substring-match']],
  [
    'includes on a text with all origins',
    byHand((origin) => `${APP},https://admin.example.com`.includes(origin)),
    ['truncated-match'],
  ],
  [
    'startsWith the wrong way round',
    byHand((origin) => `${APP}:8443`.startsWith(origin)),
    ['truncated-match'],
  ],
  [
    'indexOf by hand',
    byHand((origin) => origin.indexOf('app.example.com') > 0),
    ['substring-match'],
  ],
  [
    'an unescaped dot by hand',
    byHand((origin) => /^https:\/\/app.example.com$/.test(origin)),
    ['unescaped-dot'],
  ],
  [
    'null by hand, from JSON.parse(process.env.ORIGINS)',
    byHand((origin) => [APP, String(null)].includes(origin)),
    ['null-origin'],
  ],
  ['everything by hand', byHand(() => true), ['any-origin']],
]

describe('the audit finds what is wrong with', { timeout: 60_000 }, () => {
  it.each(CASES)('%s', async (_name, app, codes) => {
    const { findings } = await audit(createServer(app), { url: '/orders', trusted: [APP] })
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })
})

describe('the headers of the options', () => {
  it('get the audit past authentication, but do not appear in preflights and the report', async () => {
    const app = expressApp(refuseStrangers, npmCors({ origin: [APP] }))
    const report = await audit(app, {
      url: '/orders',
      trusted: [APP],
      headers: { Authorization: 'Bearer secret-7' },
    })
    expect(report.findings.map(({ code }) => code)).toEqual(['preflight-unauthorized'])
    expect(JSON.stringify(report)).not.toContain('secret-7')
    expect(String(report)).not.toContain('secret-7')
  })
})
