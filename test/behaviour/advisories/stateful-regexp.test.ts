import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { issueCodesOf } from '../../unit/connect/serve.js'
import { from, serveExpress } from './express.js'

const ORIGIN = 'https://app.example.com'
const TIMES = [1, 2, 3, 4]

describe('a stateful regular expression alternating between yes and no', () => {
  it.each([
    ['g', /^https:\/\/app\.example\.com$/g],
    ['y', /^https:\/\/app\.example\.com$/y],
    ['gy', /^https:\/\/app\.example\.com$/gy],
  ])('is refused at start-up: flag %s', (_flag, origin) => {
    expect(issueCodesOf(() => cors({ origin: [ORIGIN, origin] }))).toEqual(['regexp-stateful'])
  })

  it('is an error every time that an origin function answers with it', async () => {
    const stateful = /^https:\/\/app\.example\.com$/g
    const send = await serveExpress(cors({ origin: () => stateful }))
    const responses = await Promise.all(TIMES.map(() => send(from(ORIGIN))))
    expect(responses.map(({ status, headers }) => [status, headers])).toEqual(
      TIMES.map(() => [500, { vary: 'Origin' }]),
    )
  })

  it('does not happen without those flags', async () => {
    const origin = /^https:\/\/[a-z]+\.example\.com$/
    const send = await serveExpress(cors({ origin }))
    for (const lastIndex of TIMES) {
      origin.lastIndex = lastIndex
      expect((await send(from(ORIGIN))).headers['access-control-allow-origin']).toBe(ORIGIN)
    }
  })

  it('does not happen if somebody sets those flags afterwards', async () => {
    const origin = /^https:\/\/[a-z]+\.example\.com$/
    const send = await serveExpress(cors({ origin }))
    origin.compile(origin.source, 'g')
    for (const _ of TIMES) {
      expect((await send(from(ORIGIN))).headers['access-control-allow-origin']).toBe(ORIGIN)
    }
  })
})
