import { describe, expect, it } from 'vitest'
import { isBadPort } from '../../../src/fetch/bad-port.js'

const BAD = Array.from({ length: 65_536 }, (_, port) => port).filter((port) =>
  isBadPort(String(port)),
)

describe('isBadPort', () => {
  it('is true for all the ports of the standard', () => {
    expect(BAD).toHaveLength(83)
  })

  // The version of Node may not know yet that 0 is one.
  it.each(BAD.slice(1))('is true for %i, which fetch() of Node refuses', async (port) => {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      cause: { message: 'bad port' },
    })
  })

  it('is false for the default port of the scheme, which a URL leaves out', () => {
    expect(isBadPort('')).toBe(false)
  })
})
