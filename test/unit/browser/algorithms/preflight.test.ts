import { describe, expect, it } from 'vitest'
import { createPage, type PageRequestInit, type Transport } from '../../../../src/testing.js'
import { API, PAGE, reply, responding, sent, shared } from '../transports.js'

const ORDERS = `${API}/orders`

function allowing(maxAge: string | null, ...extra: (readonly [string, string])[]): Transport {
  return responding(
    reply(
      204,
      shared(
        ['Access-Control-Allow-Methods', 'PUT, DELETE'],
        ['Access-Control-Allow-Headers', 'X-A, Authorization'],
        ['Access-Control-Allow-Credentials', 'true'],
        ...(maxAge === null ? [] : [['Access-Control-Max-Age', maxAge] as const]),
        ...extra,
      ),
    ),
    reply(200, shared(['Access-Control-Allow-Credentials', 'true'])),
  )
}

/** A browser with a clock of its own, and how many preflights it sent since it was last asked. */
function clocked(transport: Transport, origin = PAGE) {
  const clock = { seconds: 0, preflights: 0 }
  const page = createPage(
    (request) => {
      if (request.method === 'OPTIONS') clock.preflights++
      return transport(request)
    },
    { origin, now: () => clock.seconds * 1000 },
  )
  async function preflightsOf(init: PageRequestInit, url = ORDERS): Promise<number> {
    clock.preflights = 0
    await page.check(url, init)
    return clock.preflights
  }
  return { clock, preflightsOf }
}

const put: PageRequestInit = { method: 'PUT' }
const xa: PageRequestInit = { headers: { 'X-A': '1' } }

describe('a CORS-preflight request', () => {
  it('asks for the method and for the unsafe headers in lower case, sorted, without spaces', async () => {
    const page = createPage(allowing(null), { origin: PAGE })
    const verdict = await page.check(ORDERS, {
      method: 'put',
      headers: [
        ['X-B', '1'],
        ['X-A', '1'],
        ['x-b', '2'],
        ['Accept', 'text/html'],
      ],
      credentials: 'include',
    })
    expect(sent(verdict)[0]).toEqual([
      'OPTIONS https://api.example.com/orders',
      'Accept: */*',
      'Access-Control-Request-Method: PUT',
      'Access-Control-Request-Headers: x-a,x-b',
      'Origin: https://app.example.com',
    ])
  })

  it('has no Access-Control-Request-Headers if there is nothing to ask for', async () => {
    const verdict = await createPage(allowing(null), { origin: PAGE }).check(ORDERS, put)
    expect(sent(verdict)[0]).toEqual([
      'OPTIONS https://api.example.com/orders',
      'Accept: */*',
      'Access-Control-Request-Method: PUT',
      'Origin: https://app.example.com',
    ])
  })

  it('is not sent for a same-origin request', async () => {
    const verdict = await createPage(allowing(null), { origin: API }).check(ORDERS, {
      method: 'DELETE',
    })
    expect(sent(verdict)).toEqual([
      ['DELETE https://api.example.com/orders', 'Accept: */*', 'Origin: https://api.example.com'],
    ])
  })

  it('is needed as requiresPreflight() says', () => {
    const page = createPage(allowing(null), { origin: PAGE })
    expect(page.requiresPreflight({})).toBe(false)
    expect(page.requiresPreflight({ method: 'post' })).toBe(false)
    expect(page.requiresPreflight({ method: 'patch' })).toBe(true)
    expect(page.requiresPreflight({ headers: { 'Content-Type': 'text/plain' } })).toBe(false)
    expect(page.requiresPreflight({ headers: { 'Content-Type': 'application/json' } })).toBe(true)
    expect(page.requiresPreflight({ headers: { Cookie: 'a=b' } })).toBe(false)
  })

  it('refuses to tell for a forbidden method', () => {
    const page = createPage(allowing(null), { origin: PAGE })
    expect(() => page.requiresPreflight({ method: 'TRACE' })).toThrow(
      new TypeError('the method "TRACE" is forbidden; use another one'),
    )
  })
})

describe('the CORS-preflight cache', () => {
  it.each([
    { maxAge: null, lasts: 5 },
    { maxAge: '10', lasts: 10 },
    { maxAge: 'ten', lasts: 5 },
    { maxAge: '10, 20', lasts: 5 },
    { maxAge: '7200', lasts: 7200 },
    { maxAge: '86400', lasts: 7200 },
  ])(
    'keeps a response with Access-Control-Max-Age $maxAge for $lasts s',
    async ({ maxAge, lasts }) => {
      const { clock, preflightsOf } = clocked(allowing(maxAge))
      expect(await preflightsOf(put)).toBe(1)
      clock.seconds = lasts - 0.001
      expect(await preflightsOf(put)).toBe(0)
      clock.seconds = lasts
      expect(await preflightsOf(put)).toBe(1)
    },
  )

  it.each(['0', '-1'])('keeps nothing with Access-Control-Max-Age %s', async (maxAge) => {
    const { preflightsOf } = clocked(allowing(maxAge))
    expect(await preflightsOf(put)).toBe(1)
    expect(await preflightsOf(put)).toBe(1)
  })

  it('uses Date.now() unless another clock is given', async () => {
    const page = createPage(allowing('60'), { origin: PAGE })
    expect((await page.check(ORDERS, put)).exchanges).toHaveLength(2)
    expect((await page.check(ORDERS, put)).exchanges).toHaveLength(1)
  })

  it('covers every method and header of the response, whatever was asked for', async () => {
    const { preflightsOf } = clocked(allowing('60'))
    expect(await preflightsOf(put)).toBe(1)
    expect(await preflightsOf({ method: 'DELETE', headers: { 'x-a': '1' } })).toBe(0)
    expect(await preflightsOf({ method: 'PATCH' })).toBe(1)
  })

  it('belongs to one URL, fragment included', async () => {
    const { preflightsOf } = clocked(allowing('60'))
    expect(await preflightsOf(put)).toBe(1)
    expect(await preflightsOf(put, `${ORDERS}?page=2`)).toBe(1)
    expect(await preflightsOf(put, `${ORDERS}#2`)).toBe(1)
  })

  it('serves all requests if it was filled with credentials, otherwise only those without', async () => {
    const credentialed = clocked(allowing('60'))
    expect(await credentialed.preflightsOf({ ...put, credentials: 'include' })).toBe(1)
    expect(await credentialed.preflightsOf(put)).toBe(0)

    const plain = clocked(allowing('60'))
    expect(await plain.preflightsOf(put)).toBe(1)
    expect(await plain.preflightsOf({ ...put, credentials: 'include' })).toBe(1)
  })

  it('treats * as a wildcard, but not for Authorization', async () => {
    const { preflightsOf } = clocked(
      responding(
        reply(
          204,
          shared(
            ['Access-Control-Allow-Methods', '*'],
            ['Access-Control-Allow-Headers', '*'],
            ['Access-Control-Max-Age', '60'],
          ),
        ),
        reply(200, shared()),
      ),
    )
    expect(await preflightsOf(put)).toBe(1)
    expect(await preflightsOf({ method: 'PATCH', headers: { 'x-b': '1' } })).toBe(0)
    expect(await preflightsOf({ headers: { Authorization: 'Bearer x' } })).toBe(1)
  })

  it('treats * as a plain name with credentials', async () => {
    const { preflightsOf } = clocked(
      responding(
        reply(
          204,
          shared(
            ['Access-Control-Allow-Credentials', 'true'],
            ['Access-Control-Allow-Methods', '*, PUT'],
            ['Access-Control-Max-Age', '60'],
          ),
        ),
        reply(200, shared(['Access-Control-Allow-Credentials', 'true'])),
      ),
    )
    expect(await preflightsOf({ ...put, credentials: 'include' })).toBe(1)
    expect(await preflightsOf({ ...put, credentials: 'include' })).toBe(0)
    expect(await preflightsOf({ method: 'PATCH', credentials: 'include' })).toBe(1)
  })

  it('is cleared for the URL when the request fails after its preflight', async () => {
    const good = allowing('60')
    let broken = false
    const { preflightsOf } = clocked((request) =>
      broken && request.method === 'PUT' ? reply(200) : good(request),
    )
    expect(await preflightsOf(put)).toBe(1)
    broken = true
    expect(await preflightsOf(put)).toBe(0)
    broken = false
    expect(await preflightsOf(put)).toBe(1)
  })

  it('extends an entry that a later preflight names again', async () => {
    const { clock, preflightsOf } = clocked(({ method, headers }) => {
      const asked = headers.find(([name]) => name === 'Access-Control-Request-Method')
      return reply(
        method === 'OPTIONS' ? 204 : 200,
        shared(
          ['Access-Control-Allow-Methods', String(asked?.[1])],
          ['Access-Control-Allow-Headers', 'X-A'],
          ['Access-Control-Max-Age', '10'],
        ),
      )
    })
    expect(await preflightsOf({ ...put, ...xa })).toBe(1)
    clock.seconds = 8
    expect(await preflightsOf({ method: 'DELETE', ...xa })).toBe(1)
    clock.seconds = 17
    expect(await preflightsOf(xa)).toBe(0)
    expect(await preflightsOf(put)).toBe(1)
  })
})
