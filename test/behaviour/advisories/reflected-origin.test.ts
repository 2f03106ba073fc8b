import { describe, expect, it } from 'vitest'
import cors, { createPolicy } from '../../../src/index.js'
import { messageOf } from '../../unit/connect/exchange.js'
import { from, preflightFrom, serveExpress } from './express.js'

const EVIL = 'https://evil.test'

/** As from a configuration file, so that no type stands in the way. */
const REFLECTING: readonly (readonly [what: string, options: string, problem: string])[] = [
  [
    '"*" (CVE-2018-20744)',
    '{ "origin": "*", "credentials": true }',
    `  origin  "*"  browsers refuse * when credentials are on  [wildcard-with-credentials]
          → list the exact origins, as in origin: ["https://app.example.com"]`,
  ],
  [
    '"*" in a list (CVE-2024-25124)',
    '{ "origin": ["*"], "credentials": true }',
    `  origin[0]  "*"  * means any origin and cannot be one of several  [wildcard-in-list]
             → list the exact origins`,
  ],
  [
    'no origin, which means "*" (CVE-2026-54290)',
    '{ "credentials": true }',
    `  origin  undefined  origin is "*" if omitted, and browsers refuse that when credentials are on  [wildcard-with-credentials]
          → list the exact origins, as in origin: ["https://app.example.com"]`,
  ],
  [
    'a reflected origin',
    '{ "origin": true, "credentials": true }',
    `  origin  true  any site could read your users' data with their cookies  [any-origin]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['any-origin']`,
  ],
]

describe('any origin reflected with credentials', () => {
  it.each(REFLECTING)('is refused at start-up: %s', (_what, options, problem) => {
    const message = `1 problem in the CORS options\n${problem}`
    expect(messageOf(() => cors(JSON.parse(options)))).toBe(message)
    expect(messageOf(() => createPolicy(JSON.parse(options)))).toBe(message)
  })

  it.each(REFLECTING)('is refused per request: %s', async (_what, options, problem) => {
    const send = await serveExpress(cors(() => JSON.parse(options)))
    const error = {
      status: 500,
      headers: { vary: 'Origin' },
      body: `1 problem in the CORS options\n${problem}`,
    }
    expect(await send(from(EVIL))).toEqual(error)
    expect(await send(preflightFrom(EVIL))).toEqual(error)
  })

  it('is refused as the answer of an origin function', async () => {
    const send = await serveExpress(cors({ origin: () => '*', credentials: true }))
    expect(await send(from(EVIL))).toEqual({
      status: 500,
      headers: { vary: 'Origin' },
      body: `1 problem in the CORS options
  origin()  "*"  browsers refuse * when credentials are on  [wildcard-with-credentials]
            → true, for this origin alone`,
    })
  })

  it('does not follow from the defaults, nor does a reflected origin (CVE-2023-49803)', async () => {
    const send = await serveExpress(cors())
    expect((await send(from(EVIL))).headers).toEqual({ 'access-control-allow-origin': '*' })
    expect((await send(preflightFrom(EVIL))).headers).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
      vary: 'Access-Control-Request-Headers',
    })
  })
})
