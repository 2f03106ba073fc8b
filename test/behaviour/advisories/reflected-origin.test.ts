import { describe, expect, it } from 'vitest'
import cors, { type ConfigIssueCode, createPolicy } from '../../../src/index.js'
import { issueCodesOf } from '../../unit/connect/serve.js'
import { from, preflightFrom, serveExpress } from './express.js'

const EVIL = 'https://evil.test'

type Reflecting = readonly [what: string, options: string, ...codes: ConfigIssueCode[]]

/** As if from a configuration file, so that types do not object. */
const REFLECTING: readonly Reflecting[] = [
  ['"*" (CVE-2018-20744)', '{ "origin": "*", "credentials": true }', 'wildcard-with-credentials'],
  [
    '"*" in a list (CVE-2024-25124)',
    '{ "origin": ["*"], "credentials": true }',
    'wildcard-in-list',
    'wildcard-with-credentials',
  ],
  [
    'no origin, which means "*" (CVE-2026-54290)',
    '{ "credentials": true }',
    'wildcard-with-credentials',
  ],
]

const REFLECTED = '{ "origin": true, "credentials": true }'

const AT_START_UP: readonly Reflecting[] = [
  ...REFLECTING,
  ['a reflected origin', REFLECTED, 'any-origin'],
]

describe('any origin reflected with credentials', () => {
  it.each(AT_START_UP)('is refused at start-up: %s', (_what, options, ...codes) => {
    expect(issueCodesOf(() => cors(JSON.parse(options)))).toEqual(codes)
    expect(issueCodesOf(() => createPolicy(JSON.parse(options)))).toEqual(codes)
  })

  it.each(REFLECTING)('is refused per request: %s', async (_what, options, code) => {
    const send = await serveExpress(cors(() => JSON.parse(options)))
    const error = { status: 500, headers: { vary: 'Origin' } }
    for (const request of [from(EVIL), preflightFrom(EVIL)]) {
      const { body, ...response } = await send(request)
      expect(response).toEqual(error)
      expect(body).toContain(`[${code}]`)
    }
  })

  it('is the choice of a function that has looked at the request, and never null', async () => {
    const send = await serveExpress(cors(() => JSON.parse(REFLECTED)))
    expect((await send(from(EVIL))).headers).toEqual({
      'access-control-allow-credentials': 'true',
      'access-control-allow-origin': EVIL,
      vary: 'Origin',
    })
    expect((await send(from('null'))).headers).toEqual({ vary: 'Origin' })
  })

  it('is refused if an origin function answers with it', async () => {
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
