import { describe, expect, it } from 'vitest'
import cors, { type ConfigIssueCode, createPolicy } from '../../../src/index.js'
import { issueCodesOf, messageOf } from '../../unit/connect/exchange.js'
import { from, preflightFrom, serveExpress } from './express.js'

const EVIL = 'https://evil.test'

/** As from a configuration file, so that no type stands in the way. */
const REFLECTING: readonly (readonly [what: string, options: string, code: ConfigIssueCode])[] = [
  ['"*" (CVE-2018-20744)', '{ "origin": "*", "credentials": true }', 'wildcard-with-credentials'],
  [
    '"*" in a list (CVE-2024-25124)',
    '{ "origin": ["*"], "credentials": true }',
    'wildcard-in-list',
  ],
  [
    'no origin, which means "*" (CVE-2026-54290)',
    '{ "credentials": true }',
    'wildcard-with-credentials',
  ],
  ['a reflected origin', '{ "origin": true, "credentials": true }', 'any-origin'],
]

describe('any origin reflected with credentials', () => {
  it.each(REFLECTING)('is refused at start-up: %s', (_what, options, code) => {
    expect(issueCodesOf(() => cors(JSON.parse(options)))).toEqual([code])
    expect(issueCodesOf(() => createPolicy(JSON.parse(options)))).toEqual([code])
  })

  it.each(REFLECTING)('is refused per request: %s', async (_what, options) => {
    const send = await serveExpress(cors(() => JSON.parse(options)))
    const body = messageOf(() => cors(JSON.parse(options)))
    const error = { status: 500, headers: { vary: 'Origin' }, body }
    expect(await send(from(EVIL))).toEqual(error)
    expect(await send(preflightFrom(EVIL))).toEqual(error)
  })

  it('is refused as the answer of an origin function', async () => {
    const send = await serveExpress(cors({ origin: () => '*', credentials: true }))
    const { status, headers, body } = await send(from(EVIL))
    expect([status, headers]).toEqual([500, { vary: 'Origin' }])
    expect(body).toContain('[wildcard-with-credentials]')
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
