import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createPage, type PageRequestInit } from '../../../../src/testing.js'
import { API, PAGE, reply, responding, sent, shared } from '../transports.js'

const anything = responding(
  reply(
    200,
    shared(
      ['Access-Control-Allow-Methods', '*'],
      ['Access-Control-Allow-Headers', '*'],
      ['Access-Control-Max-Age', '60'],
    ),
  ),
)

async function linesOf(init: PageRequestInit, url = `${API}/`, origin = PAGE) {
  const verdict = await createPage(anything, { origin }).check(url, init)
  return sent(verdict).at(-1)?.slice(1)
}

/** JavaScript has no types, so a page may pass anything. */
function untyped(init: object): PageRequestInit {
  return init
}

describe('a request', () => {
  it('leaves out the headers that a page cannot set', async () => {
    expect(
      await linesOf({
        headers: {
          Cookie: 'a=b',
          Origin: 'https://evil.example',
          Host: 'x',
          'Sec-Fetch-Mode': 'cors',
          'X-HTTP-Method-Override': 'TRACE',
          'X-Kept': 'yes',
        },
      }),
    ).toEqual(['X-Kept: yes', 'Accept: */*', 'Origin: https://app.example.com'])
  })

  it('accepts headers as pairs, as a record and as a Headers object', async () => {
    const lines = ['x-a: 1', 'x-b: 2', 'Accept: */*', 'Origin: https://app.example.com']
    const pairs = [
      ['x-a', ' 1 '],
      ['x-b', '\t2\r\n'],
    ] as const
    expect(await linesOf({ headers: pairs })).toEqual(lines)
    expect(await linesOf({ headers: Object.fromEntries(pairs) })).toEqual(lines)
    expect(await linesOf({ headers: new Headers([...pairs].map(([n, v]) => [n, v])) })).toEqual(
      lines,
    )
  })

  it('with mode no-cors has only no-CORS-safelisted headers', async () => {
    expect(
      await linesOf({
        mode: 'no-cors',
        headers: [
          ['Content-Type', 'application/json'],
          ['Range', 'bytes=0-'],
          ['Accept', 'text/html'],
          ['Accept', 'x'.repeat(120)],
          ['Accept-Language', 'en'],
        ],
      }),
    ).toEqual(['Accept: text/html', 'Accept-Language: en'])
  })

  it('with a string as body has its type and its length in bytes', async () => {
    expect(await linesOf({ method: 'POST', body: 'é' })).toEqual([
      'Content-Type: text/plain;charset=UTF-8',
      'Accept: */*',
      'Content-Length: 2',
      'Origin: https://app.example.com',
    ])
  })

  it('with a string as body keeps the Content-Type given', async () => {
    expect(
      await linesOf({
        method: 'POST',
        body: 'a=b',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ).toEqual([
      'content-type: application/x-www-form-urlencoded',
      'Accept: */*',
      'Content-Length: 3',
      'Origin: https://app.example.com',
    ])
  })

  it('may have bytes of another realm as body, as tests in jsdom have them', async () => {
    const body: Uint8Array = runInNewContext('new Uint8Array(4)')
    expect(body).not.toBeInstanceOf(Uint8Array)
    expect(await linesOf({ method: 'POST', body })).toContain('Content-Length: 4')
  })

  it('with bytes as body has no Content-Type', async () => {
    expect(await linesOf({ method: 'POST', body: new Uint8Array(4) })).toEqual([
      'Accept: */*',
      'Content-Length: 4',
      'Origin: https://app.example.com',
    ])
  })

  it.each([
    { method: 'POST', length: ['Content-Length: 0'] },
    { method: 'PUT', length: ['Content-Length: 0'] },
    { method: 'PATCH', length: [] },
    { method: 'GET', length: [] },
  ])('without body by $method has Content-Length as $length', async ({ method, length }) => {
    expect(await linesOf({ method, body: null })).toEqual([
      'Accept: */*',
      ...length,
      'Origin: https://app.example.com',
    ])
  })

  it('for a range asks for no content coding', async () => {
    expect(await linesOf({ headers: { Range: 'bytes=0-9' } })).toEqual([
      'Range: bytes=0-9',
      'Accept: */*',
      'Origin: https://app.example.com',
      'Accept-Encoding: identity',
    ])
  })

  it.each([
    { method: 'GET', mode: 'cors', url: PAGE, origin: null },
    { method: 'HEAD', mode: 'cors', url: PAGE, origin: null },
    { method: 'POST', mode: 'cors', url: PAGE, origin: PAGE },
    { method: 'POST', mode: 'same-origin', url: PAGE, origin: PAGE },
    { method: 'GET', mode: 'no-cors', url: API, origin: null },
    { method: 'POST', mode: 'no-cors', url: API, origin: PAGE },
    { method: 'POST', mode: 'no-cors', url: 'http://api.example.com', origin: 'null' },
    { method: 'POST', mode: 'cors', url: 'http://api.example.com', origin: PAGE },
  ] as const)(
    'by $method with mode $mode to $url sends Origin $origin',
    async ({ method, mode, url, origin }) => {
      const lines = await linesOf({ method, mode }, url)
      expect(lines?.filter((line) => line.startsWith('Origin'))).toEqual(
        origin === null ? [] : [`Origin: ${origin}`],
      )
    },
  )

  it('from a sandboxed page is same-origin with nothing', async () => {
    expect(await linesOf({}, 'https://app.example.com', 'null')).toEqual([
      'Accept: */*',
      'Origin: null',
    ])
  })

  it('goes over the wire without fragment, and relative to http://server.test', async () => {
    const page = createPage(anything, { origin: PAGE })
    expect(sent(await page.check('/orders?page=2#top'))[0]?.[0]).toBe(
      'GET http://server.test/orders?page=2',
    )
    expect(sent(await page.check(new URL('https://x.example/a')))[0]?.[0]).toBe(
      'GET https://x.example/a',
    )
  })

  it('is sent once more if the first response says that it was misdirected', async () => {
    let responses = 0
    const page = createPage(() => reply(responses++ === 0 ? 421 : 200, shared()), {
      origin: PAGE,
    })
    const verdict = await page.check('/')
    expect(verdict.response?.status).toBe(200)
    expect(verdict.exchanges).toHaveLength(2)
  })

  it('is misdirected if the second response says so, too', async () => {
    const page = createPage(responding(reply(421, shared())), { origin: PAGE })
    const verdict = await page.check('/')
    expect(verdict.response?.status).toBe(421)
    expect(verdict.exchanges).toHaveLength(2)
  })
})

describe('a request that fetch() refuses', () => {
  it.each([
    ['//[', {}, 'the URL "//[" is not valid relative to "http://server.test"'],
    ['ftp://a/', {}, 'the URL "ftp://a/" has a scheme other than http: and https:'],
    [
      'https://u@a/',
      {},
      'the URL "https://u@a/" has a user name or a password, which fetch() refuses; send an Authorization header',
    ],
    ['/', { method: 'A B' }, 'the method "A B" is not a token; use a name such as "PUT"'],
    ['/', { method: 'trace' }, 'the method "trace" is forbidden; use another one'],
    [
      '/',
      { method: 'PUT', mode: 'no-cors' },
      'the method "PUT" is not allowed with mode "no-cors"; use GET, HEAD, POST or mode "cors"',
    ],
    ['/', { headers: [['x']] }, 'a header must be a name and a value; it has 1 items'],
    ['/', { headers: { 'x y': '1' } }, 'the header name "x y" is not a token'],
    [
      '/',
      { headers: { x: 'a\nb' } },
      'the header x has the value "a\\u000ab"; a value may contain any bytes except NUL, CR and LF',
    ],
    [
      '/',
      { headers: { x: '€' } },
      'the header x has the value "\\u20ac"; a value may contain any bytes except NUL, CR and LF',
    ],
    ['/', { body: 'x' }, 'a GET request cannot have a body; use another method'],
    ['/', { method: 'HEAD', body: 'x' }, 'a HEAD request cannot have a body; use another method'],
    [
      '/',
      { method: 'POST', body: { a: 1 } },
      'the body must be a string or a Uint8Array; convert it',
    ],
    [
      '/',
      { mode: 'navigate' },
      'the mode "navigate" is unknown; use "cors", "no-cors" or "same-origin"',
    ],
    [
      '/',
      { credentials: true },
      'the credentials "true" is unknown; use "omit", "same-origin" or "include"',
    ],
    [
      '/',
      { redirect: 'none' },
      'the redirect "none" is unknown; use "follow", "error" or "manual"',
    ],
    [
      '/',
      { credential: 'include' },
      'the request has "credential", which the browser model does not support; it supports method, headers, body, mode, credentials, redirect and signal',
    ],
  ])('%s %o', async (url, init, message) => {
    const page = createPage(anything, { origin: PAGE })
    await expect(page.check(url, untyped(init))).rejects.toEqual(new TypeError(message))
    await expect(page.fetch(url, untyped(init))).rejects.toEqual(new TypeError(message))
  })
})
