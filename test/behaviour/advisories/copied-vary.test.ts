import { describe, expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { from, preflightFrom, serveExpress } from './express.js'

const ORIGIN = 'https://app.example.com'

describe("the request's Vary copied into the response (GHSA-q7jf-gf43-6x6p)", () => {
  it.each([
    ['a CORS request', from(ORIGIN), 'Origin'],
    ['a CORS-preflight request', preflightFrom(ORIGIN), 'Origin, Access-Control-Request-Headers'],
    ['a request without Origin', {}, 'Origin'],
  ])('does not get into the response to %s', async (_what, request, vary) => {
    const send = await serveExpress(cors({ origin: ORIGIN }))
    const { headers = [] } = request
    const response = await send({ ...request, headers: [...headers, ['Vary', 'X-Secret, *']] })
    expect(response.headers.vary).toBe(vary)
  })
})
