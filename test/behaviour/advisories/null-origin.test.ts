import { describe, expect, it } from 'vitest'
import cors, { type CorsOptions } from '../../../src/index.js'
import { messageOf } from '../../unit/connect/exchange.js'
import { from, preflightFrom, serveExpress } from './express.js'

/** Policies as wide as they can be, short of naming `null`. */
const WIDE: readonly (readonly [what: string, options: CorsOptions])[] = [
  ['a reflected origin', { origin: true, credentials: true, dangerouslyAllow: ['any-origin'] }],
  ['a regular expression for it', { origin: /^null$/, credentials: true }],
  ['a regular expression for everything', { origin: /^.*$/, credentials: true }],
]

describe('null with credentials', () => {
  it('is refused at start-up', () => {
    expect(messageOf(() => cors({ origin: 'null', credentials: true }))).toBe(
      `1 problem in the CORS options
  origin  "null"  every site can send "null" from a sandboxed frame, and credentials are on  [null-origin]
          → list the exact origins, or accept the risk with dangerouslyAllow: ['null-origin']`,
    )
  })

  it.each(WIDE)('is not allowed by %s', async (_what, options) => {
    const send = await serveExpress(cors(options))
    expect((await send(from('null'))).headers).toEqual({ vary: 'Origin' })
    expect((await send(preflightFrom('null'))).headers).toEqual({
      vary: 'Origin, Access-Control-Request-Headers',
    })
  })
})
