import { describe, expect, it } from 'vitest'
import cors, { type CorsOptions } from '../../../src/index.js'
import { issueCodesOf } from '../../unit/connect/serve.js'
import { from, preflightFrom, serveExpress } from './express.js'

/** Policies as wide as they can be, short of naming `null`. */
const WIDE: readonly (readonly [what: string, options: CorsOptions])[] = [
  ['a reflected origin', { origin: true, credentials: true, dangerouslyAllow: ['any-origin'] }],
  [
    'a regular expression for it',
    { origin: /^(?:null|https:\/\/app\.example\.com)$/, credentials: true },
  ],
  [
    'a regular expression for everything',
    { origin: /^.*$/, credentials: true, dangerouslyAllow: ['any-origin'] },
  ],
]

describe('null with credentials', () => {
  it('is refused at start-up', () => {
    const codes = issueCodesOf(() => cors({ origin: 'null', credentials: true }))
    expect(codes).toEqual(['null-origin'])
  })

  it.each(WIDE)('is not allowed by %s', async (_what, options) => {
    const send = await serveExpress(cors(options))
    expect((await send(from('null'))).headers).toEqual({ vary: 'Origin' })
    expect((await send(preflightFrom('null'))).headers).toEqual({
      vary: 'Origin, Access-Control-Request-Headers',
    })
  })
})
