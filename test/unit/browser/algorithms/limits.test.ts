import { describe, expect, it } from 'vitest'
import {
  assertShared,
  createPage,
  type Transport,
  type WireResponse,
} from '../../../../src/testing.js'
import { API, PAGE, reply, sent, shared } from '../transports.js'

const include = { credentials: 'include' } as const
const CREDENTIALS = ['Access-Control-Allow-Credentials', 'true'] as const

/** The names and values of the cookies that a page sends after this response. */
async function cookiesAfter(...responses: readonly WireResponse[]): Promise<string[]> {
  const queue = [...responses]
  const page = createPage(() => queue.shift() ?? reply(200), { origin: PAGE })
  for (const _ of responses) await page.check(`${API}/`, include)
  const lines = sent(await page.check(`${API}/`, include)).flat()
  const cookie = lines.find((line) => line.startsWith('Cookie: '))
  return cookie === undefined ? [] : cookie.slice('Cookie: '.length).split('; ')
}

function setting(count: number, prefix = 'c'): WireResponse {
  const lines = Array.from({ length: count }, (_, index) => `${prefix}${index}=1`)
  return reply(
    200,
    lines.map((line) => ['Set-Cookie', line] as const),
  )
}

describe('cookies', () => {
  it('of a host are the newest 180', async () => {
    const cookies = await cookiesAfter(setting(5_000))
    expect(cookies).toHaveLength(180)
    expect(cookies[0]).toBe('c4820=1')
    expect(cookies.at(-1)).toBe('c4999=1')
    expect(await cookiesAfter(setting(100), setting(100, 'd'))).toHaveLength(180)
  })

  it.each([
    ['Set-Cookie', `a=${'x'.repeat(4095)}`, 1],
    ['Set-Cookie', `a=${'x'.repeat(4096)}`, 0],
    ['Set-Cookie', `${'x'.repeat(4096)}=1`, 0],
  ])('of at most 4,096 bytes are kept: %s: %.3s…', async (name, line, count) => {
    expect(await cookiesAfter(reply(200, [[name, line]]))).toHaveLength(count)
  })

  it('are those of the newest 50 hosts', async () => {
    const page = createPage(() => reply(200, [['Set-Cookie', 'a=1']]), { origin: PAGE })
    const urls = Array.from({ length: 51 }, (_, index) => `https://h${index}.example.com/`)
    for (const url of urls) await page.check(url, include)
    const again = await Promise.all(
      // The hosts that are asked now get their cookies back, so the first one is asked last.
      [urls[1], urls[50], urls[0]].map(async (url) => sent(await page.check(`${url}`, include))),
    )
    expect(again.map((lines) => lines.flat().includes('Cookie: a=1'))).toEqual([true, true, false])
  })
})

/** Allows everything that these lists name, for an hour, and counts the preflights. */
function allowing(methods: string, headerNames: string) {
  const preflights: string[] = []
  const transport: Transport = ({ method, url }) => {
    if (method === 'OPTIONS') preflights.push(url)
    return reply(
      204,
      shared(
        CREDENTIALS,
        ['Access-Control-Allow-Methods', methods],
        ['Access-Control-Allow-Headers', headerNames],
        ['Access-Control-Max-Age', '3600'],
      ),
    )
  }
  return { page: createPage(transport, { origin: PAGE }), preflights }
}

describe('the CORS-preflight cache', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `x-${index}`)

  it('keeps the newest 1,000 header names of a URL', async () => {
    const { page, preflights } = allowing('GET', names.join(','))
    for (const name of ['x-0', 'x-18999', 'x-19000', 'x-19999']) {
      assertShared(await page.check(`${API}/`, { headers: { [name]: '1' } }))
    }
    // Every preflight fills the cache with the same names again, so the older ones are never in it.
    expect(preflights).toHaveLength(2)
  })

  it('keeps the newest 1,000 methods of a URL', async () => {
    const { page, preflights } = allowing(names.join(','), '')
    for (const method of ['x-0', 'x-19999', 'x-19000']) {
      assertShared(await page.check(`${API}/`, { method }))
    }
    expect(preflights).toHaveLength(1)
  })

  it('keeps those of the newest 100 URLs', async () => {
    const { page, preflights } = allowing('PUT', '')
    const urls = Array.from({ length: 101 }, (_, index) => `${API}/${index}`)
    for (const url of urls) await page.check(url, { method: 'PUT' })
    await page.check(`${API}/1`, { method: 'PUT' })
    expect(preflights).toHaveLength(101)
    await page.check(`${API}/0`, { method: 'PUT' })
    expect(preflights).toHaveLength(102)
  })
})

describe('a response from a transport', () => {
  it('may have 256 KiB of header names and values', async () => {
    const line = ['Access-Control-Allow-Origin', PAGE] as const
    const room = 262_144 - line.join('').length
    const ask = (size: number) =>
      createPage(() => reply(200, [line, ['x', 'a'.repeat(size - 1)]]), { origin: PAGE }).check('/')
    expect(await ask(room)).toMatchObject({ outcome: 'shared' })
    expect(await ask(room + 1)).toMatchObject({
      code: 'no-answer',
      cause: { type: 'limit', limit: 'headers', max: 262_144 },
      message:
        'There is no usable response from http://server.test/: its headers have more than 262144 bytes. Fix: send fewer or shorter headers; browsers have such limits, too.',
    })
  })

  it('may expose as many headers as it has', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => [`X-${index}`, '1'] as const)
    const exposed = lines.map(([name]) => name.toLowerCase()).join()
    const verdict = await createPage(
      () => reply(200, shared(...lines, ['Access-Control-Expose-Headers', exposed])),
      { origin: PAGE },
    ).check(API)
    assertShared(verdict)
    expect(Object.keys(verdict.response.headers)).toHaveLength(10_000)
  })
})
