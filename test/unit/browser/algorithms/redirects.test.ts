import { describe, expect, it } from 'vitest'
import { createPage, type PageRequestInit, type WireResponse } from '../../../../src/testing.js'
import { API, PAGE, reply, routes, sent, shared } from '../transports.js'

const OTHER = 'https://other.example.com'

function to(location: string, status = 302): WireResponse {
  return reply(status, [
    ['Access-Control-Allow-Origin', '*'],
    ['Location', location],
  ])
}

const open = reply(200, [['Access-Control-Allow-Origin', '*']])
const preflight = reply(204, [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', '*'],
  ['Access-Control-Allow-Headers', '*, Authorization'],
])

async function follow(
  url: string,
  table: Readonly<Record<string, WireResponse>>,
  init?: PageRequestInit,
) {
  const transport = routes(table)
  const page = createPage(
    (request) => (request.method === 'OPTIONS' ? preflight : transport(request)),
    { origin: PAGE },
  )
  return page.check(url, init)
}

describe('a redirect', () => {
  it.each([
    { status: 301, method: 'POST', becomes: 'GET' },
    { status: 302, method: 'POST', becomes: 'GET' },
    { status: 303, method: 'POST', becomes: 'GET' },
    { status: 303, method: 'PUT', becomes: 'GET' },
    { status: 301, method: 'PUT', becomes: 'PUT' },
    { status: 302, method: 'PUT', becomes: 'PUT' },
    { status: 307, method: 'POST', becomes: 'POST' },
    { status: 308, method: 'POST', becomes: 'POST' },
  ])('with status $status makes $method a $becomes', async ({ status, method, becomes }) => {
    const verdict = await follow(
      `${API}/a`,
      { '/a': to('/b', status), '/b': open },
      { method, body: 'x', headers: { 'Content-Language': 'en' } },
    )
    const last = verdict.exchanges.at(-1)?.request
    expect(last?.method).toBe(becomes)
    expect(last?.body).toBe(becomes === 'GET' ? undefined : 'x')
    const names = last?.headers.map(([name]) => name)
    expect(names?.includes('Content-Language')).toBe(becomes !== 'GET')
    expect(names?.includes('Content-Type')).toBe(becomes !== 'GET')
    expect(names?.includes('Content-Length')).toBe(becomes !== 'GET')
  })

  it('with status 303 leaves HEAD as it is', async () => {
    const verdict = await follow(
      `${API}/a`,
      { '/a': to('/b', 303), '/b': open },
      { method: 'HEAD' },
    )
    expect(verdict.exchanges.at(-1)?.request.method).toBe('HEAD')
  })

  it('drops Authorization at the first step across origins, and for good', async () => {
    const verdict = await follow(
      `${API}/a`,
      { '/a': to('/b'), '/b': to(`${OTHER}/c`), '/c': to(`${OTHER}/d`), '/d': open },
      { headers: { Authorization: 'Bearer x' } },
    )
    const carried = verdict.exchanges
      .filter(({ kind }) => kind === 'request')
      .map(({ request }) => request.headers.some(([name]) => name === 'Authorization'))
    expect(carried).toEqual([true, true, false, false])
  })

  it('from one foreign origin to another makes the origin null, and back it stays null', async () => {
    const verdict = await follow(`${API}/a`, {
      '/a': to(`${OTHER}/b`),
      '/b': to(`${API}/c`),
      '/c': to(`${PAGE}/d`),
      '/d': open,
    })
    expect(sent(verdict).map((lines) => lines.at(-1))).toEqual([
      'Origin: https://app.example.com',
      'Origin: null',
      'Origin: null',
      'Origin: null',
    ])
    expect(verdict.response).toMatchObject({ type: 'cors', redirected: true, url: `${PAGE}/d` })
  })

  it('away from the page keeps the origin', async () => {
    const verdict = await follow(`${PAGE}/a`, { '/a': to(`${API}/b`), '/b': open })
    expect(sent(verdict)).toEqual([
      ['GET https://app.example.com/a', 'Accept: */*'],
      ['GET https://api.example.com/b', 'Accept: */*', 'Origin: https://app.example.com'],
    ])
  })

  it('must itself pass the CORS check, even if it is not followed', async () => {
    const table = { '/a': reply(302, [['Location', '/b']]), '/b': open }
    expect(await follow(`${API}/a`, table)).toMatchObject({ code: 'allow-origin-missing' })
    expect(await follow(`${API}/a`, table, { redirect: 'manual' })).toMatchObject({
      code: 'allow-origin-missing',
    })
  })

  it('is an opaque response with redirect "manual"', async () => {
    const verdict = await follow(
      `${API}/a#top`,
      { '/a': to('/b'), '/b': open },
      { redirect: 'manual' },
    )
    expect(verdict).toMatchObject({
      outcome: 'opaque',
      message:
        'The page at https://app.example.com gets an opaque response and can read nothing, because the response is a redirect and the redirect mode is "manual".',
      response: {
        type: 'opaqueredirect',
        url: `${API}/a`,
        redirected: false,
        status: 0,
        headers: {},
        body: '',
      },
    })
  })

  it('without a Location is a response like any other', async () => {
    const verdict = await follow(`${API}/a`, { '/a': reply(302, shared()) })
    expect(verdict.response).toMatchObject({ type: 'cors', status: 302, redirected: false })
  })

  it('may be followed 20 times', async () => {
    const steps = Array.from({ length: 20 }, (_, i) => [`/${i}`, to(`/${i + 1}`)] as const)
    const verdict = await follow(`${API}/0`, { ...Object.fromEntries(steps), '/20': open })
    expect(verdict.outcome).toBe('shared')
    expect(verdict.exchanges).toHaveLength(21)
  })

  it('to a URL with user name and password is followed on the page’s own origin', async () => {
    const verdict = await follow(`${PAGE}/a`, {
      '/a': to('https://u:p@app.example.com/b'),
      '/b': open,
    })
    expect(verdict.outcome).toBe('shared')
    expect(sent(verdict)[1]).toEqual(['GET https://app.example.com/b', 'Accept: */*'])
  })

  it('from the page’s own origin to a foreign URL with a password is not followed', async () => {
    const verdict = await follow(`${PAGE}/a`, { '/a': to('https://u:p@api.example.com/b') })
    expect(verdict).toMatchObject({ code: 'redirect-with-userinfo' })
  })

  it('keeps the fragment, which the next Location may replace', async () => {
    const kept = await follow(`${API}/a#x`, { '/a': to('/b'), '/b': to('/c'), '/c': preflight })
    expect(kept.exchanges.map(({ request }) => request.url)).toEqual([
      `${API}/a`,
      `${API}/b`,
      `${API}/c`,
    ])
    const failed = await follow(`${API}/a#x`, { '/a': to('/b'), '/b': reply(200) })
    expect(failed.message).toContain('https://api.example.com/b#x')
    const replaced = await follow(`${API}/a#x`, { '/a': to('/b#y'), '/b': reply(200) })
    expect(replaced.message).toContain('https://api.example.com/b#y')
  })

  it('leads a no-cors request back to the page as opaque as it was', async () => {
    const verdict = await follow(
      `${API}/a`,
      { '/a': to(`${PAGE}/b`), '/b': open },
      { mode: 'no-cors' },
    )
    expect(verdict.response?.type).toBe('opaque')
  })

  it('takes a same-origin request out of its mode', async () => {
    const verdict = await follow(
      `${PAGE}/a`,
      { '/a': to(`${API}/b`), '/b': open },
      { mode: 'same-origin' },
    )
    expect(verdict).toMatchObject({ code: 'cross-origin-in-same-origin-mode' })
    expect(verdict.exchanges).toHaveLength(1)
  })
})
