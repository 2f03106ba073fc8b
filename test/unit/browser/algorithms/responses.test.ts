import { describe, expect, it } from 'vitest'
import { createPage, type WireResponse } from '../../../../src/testing.js'
import { API, PAGE, reply, shared } from '../transports.js'

const ORDERS = `${API}/orders`

function pageOf(response: WireResponse, origin = PAGE) {
  return createPage(() => response, { origin })
}

const everything = reply(
  200,
  shared(
    ['Content-Type', 'text/plain'],
    ['ETag', '"1"'],
    ['X-Total', '3'],
    ['x-total', '4'],
    ['Set-Cookie', 'a=1'],
    ['Access-Control-Expose-Headers', 'X-Total'],
  ),
  'hello',
)

describe('what script can read', () => {
  it('of a cross-origin response is the status, the safelisted and the exposed headers, and the body', async () => {
    const verdict = await pageOf(everything).check(`${ORDERS}#top`)
    expect(verdict.response).toEqual({
      type: 'cors',
      url: ORDERS,
      redirected: false,
      status: 200,
      headers: { 'content-type': 'text/plain', 'x-total': '3, 4' },
      body: 'hello',
    })
    expect(verdict.message).toBe(
      'The page at https://app.example.com can read the response from https://api.example.com/orders: status 200 and content-type, x-total.',
    )
  })

  it('of a same-origin response is everything but Set-Cookie', async () => {
    const verdict = await pageOf(everything, API).check(ORDERS)
    expect(verdict.response?.type).toBe('basic')
    expect(Object.keys(verdict.response?.headers ?? {})).toEqual([
      'access-control-allow-origin',
      'access-control-expose-headers',
      'content-type',
      'etag',
      'x-total',
    ])
    expect(verdict.message).toBe(
      'The response from https://api.example.com/orders is same-origin with the page, so CORS does not matter: status 200 and access-control-allow-origin, access-control-expose-headers, content-type, etag, x-total.',
    )
  })

  it('is named in the message, even if it includes no header', async () => {
    const verdict = await pageOf(reply(500, shared())).check(ORDERS)
    expect(verdict.message).toBe(
      'The page at https://app.example.com can read the response from https://api.example.com/orders: status 500 and no headers.',
    )
  })

  it('with mode no-cors is nothing', async () => {
    const verdict = await pageOf(everything).check(ORDERS, { mode: 'no-cors' })
    expect(verdict).toMatchObject({
      outcome: 'opaque',
      message:
        'The page at https://app.example.com gets an opaque response and can read nothing, because the mode is "no-cors".',
      response: {
        type: 'opaque',
        url: '',
        redirected: false,
        status: 0,
        headers: {},
        body: '',
      },
    })
  })

  it.each(['cross-origin', 'same-site', 'same-origin, same-origin'])(
    'with mode no-cors stays nothing, not an error, by Cross-Origin-Resource-Policy: %s',
    async (policy) => {
      const page = pageOf(reply(200, [['Cross-Origin-Resource-Policy', policy]]))
      expect((await page.check(ORDERS, { mode: 'no-cors' })).outcome).toBe('opaque')
    },
  )

  it('of a body of bytes is their text', async () => {
    const bytes = { ...everything, body: new TextEncoder().encode('zoë') }
    expect((await pageOf(bytes).check(ORDERS)).response?.body).toBe('zoë')
  })

  it.each([204, 205, 304])('of a response with status %i includes no body', async (status) => {
    const page = pageOf({ ...everything, status })
    expect((await page.check(ORDERS)).response?.body).toBe('')
    expect((await page.fetch(ORDERS)).body).toBe(null)
  })

  it('of a response to HEAD includes no body', async () => {
    const verdict = await pageOf(everything).check(ORDERS, { method: 'HEAD' })
    expect(verdict.response?.body).toBe('')
  })

  it('is frozen', async () => {
    const { response } = await pageOf(everything).check(ORDERS)
    const parts = [response, response?.headers]
    expect(parts).not.toContain(undefined)
    expect(parts.every(Object.isFrozen)).toBe(true)
  })

  it('includes a header named __proto__', async () => {
    const page = pageOf(reply(200, shared(['__proto__', 'x'])), API)
    const { response } = await page.check(ORDERS)
    expect(Object.entries(response?.headers ?? {})).toContainEqual(['__proto__', 'x'])
  })
})

describe('fetch()', () => {
  it('returns a Response with what script can read', async () => {
    const response = await pageOf(everything).fetch(ORDERS)
    expect(response).toBeInstanceOf(Response)
    expect(response).toMatchObject({
      type: 'cors',
      url: ORDERS,
      redirected: false,
      status: 200,
      ok: true,
    })
    expect([...response.headers]).toEqual([
      ['content-type', 'text/plain'],
      ['x-total', '3, 4'],
    ])
    expect(await response.text()).toBe('hello')
  })

  it('returns bytes as they came', async () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x80])
    const response = await pageOf({ status: 200, headers: shared(), body: bytes }).fetch(ORDERS)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    expect([...response.headers]).toEqual([])
  })

  it('returns an empty body if none came', async () => {
    const response = await pageOf({ status: 200, headers: shared() }).fetch(ORDERS)
    expect(await response.text()).toBe('')
  })

  it.each([204, 404, 699])('returns status %i as it came', async (status) => {
    const response = await pageOf(reply(status, shared())).fetch(ORDERS)
    expect(response.status).toBe(status)
    expect(response.ok).toBe(status === 204)
  })

  it('returns an opaque Response with mode no-cors', async () => {
    const response = await pageOf(everything).fetch(ORDERS, { mode: 'no-cors' })
    expect(response).toMatchObject({ type: 'opaque', status: 0, ok: false, url: '', body: null })
  })

  it('rejects if blocked, with the verdict as the cause', async () => {
    const page = pageOf(reply(200))
    const verdict = await page.check(ORDERS)
    await expect(page.fetch(ORDERS)).rejects.toEqual(
      new TypeError(verdict.message, { cause: verdict }),
    )
  })
})
