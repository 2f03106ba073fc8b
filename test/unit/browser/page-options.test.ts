import { describe, expect, it } from 'vitest'
import { createPage, type PageOptions, type PageRequestInit } from '../../../src/testing.js'
import { API, PAGE, reply, responding, sent, shared } from './transports.js'

const target = responding(reply(200, shared(['Access-Control-Allow-Credentials', 'true'])))
const include = { credentials: 'include' } as const

/** JavaScript has no types, so a developer may pass anything. */
function untyped<Type>(value: unknown): Type {
  return Object(value)
}

function creating(options: object): () => unknown {
  return () => createPage(target, untyped<PageOptions>({ origin: PAGE, ...options }))
}

describe('createPage() refuses', () => {
  it.each([
    [
      { timeOut: 100 },
      'createPage() has no option "timeOut"; its options are origin, now, timeout, maxBodySize and cookies',
    ],
    [
      { now: 1000 },
      'the option now must be a function that returns milliseconds, such as Date.now; its type is number',
    ],
    [
      { timeout: 0 },
      'the option timeout must be a whole number of milliseconds from 1 to 2147483647; it is 0',
    ],
    [
      { timeout: '30s' },
      'the option timeout must be a whole number of milliseconds from 1 to 2147483647; it is "30s"',
    ],
    [
      { timeout: 2 ** 31 },
      'the option timeout must be a whole number of milliseconds from 1 to 2147483647; it is 2147483648',
    ],
    [
      { maxBodySize: 0.5 },
      'the option maxBodySize must be a whole number of bytes from 0 to 268435456; it is 0.5',
    ],
    [
      { maxBodySize: -1 },
      'the option maxBodySize must be a whole number of bytes from 0 to 268435456; it is -1',
    ],
    [
      { maxBodySize: Number.POSITIVE_INFINITY },
      'the option maxBodySize must be a whole number of bytes from 0 to 268435456; it is Infinity',
    ],
    [
      { cookies: 7 },
      'the option cookies must be a text such as "session=abc; theme=dark", or such texts by host name; its type is number',
    ],
    [
      { cookies: null },
      'the option cookies must be a text such as "session=abc; theme=dark", or such texts by host name; its type is object',
    ],
    [
      { cookies: { localhost: 7 } },
      'the option cookies must be a text such as "session=abc; theme=dark", or such texts by host name; its type is number',
    ],
    [
      { cookies: { session: 'abc' } },
      'cookie number 1 is not a cookie; write name=value, and "; " between two cookies',
    ],
    [
      { cookies: 'a=1; =2' },
      'cookie number 2 is not a cookie; write name=value, and "; " between two cookies',
    ],
    [
      { cookies: 'a=1\r\nX: 2' },
      'cookie number 1 is not a cookie; write name=value, and "; " between two cookies',
    ],
    [
      { cookies: `a=${'x'.repeat(4096)}` },
      'the cookie "a" has 4097 bytes; browsers keep no cookie of more than 4096 bytes',
    ],
    [
      { cookies: { 'https://api.example.com': 'a=1' } },
      'the option cookies has the key "https://api.example.com", which is not a host name; write one without scheme and port, such as "api.example.com", or give the cookies as one text, such as "session=abc; theme=dark"',
    ],
    [
      { cookies: { 'localhost:3000': 'a=1' } },
      'the option cookies has the key "localhost:3000", which is not a host name; write one without scheme and port, such as "api.example.com", or give the cookies as one text, such as "session=abc; theme=dark"',
    ],
  ])('%o', (options, message) => {
    expect(creating(options)).toThrow(new TypeError(message))
  })
})

describe('the option cookies', () => {
  it('sets those of the host of the target', async () => {
    const page = createPage(target, { origin: PAGE, cookies: 'session=abc; theme=dark;' })
    const verdict = await page.check('/orders', include)
    expect(verdict.outcome).toBe('shared')
    expect(sent(verdict)[0]).toContain('Cookie: session=abc; theme=dark')
    expect(sent(await page.check(`${API}/orders`, include))[0]?.join()).not.toContain('Cookie')
  })

  it('sets those of other hosts by their names', async () => {
    const page = createPage(target, {
      origin: PAGE,
      cookies: { 'api.example.com': 'a=1', '[::1]': 'b=2' },
    })
    expect(sent(await page.check(`${API}/`, include))[0]).toContain('Cookie: a=1')
    expect(sent(await page.check('http://[::1]:3000/', include))[0]).toContain('Cookie: b=2')
  })

  it('leaves it to the credentials mode whether they are sent', async () => {
    const page = createPage(target, { origin: PAGE, cookies: 'session=abc' })
    expect(sent(await page.check('/orders'))[0]?.join()).not.toContain('Cookie')
  })
})

describe('the option maxBodySize', () => {
  it.each([
    ['a text', 'zoë', 4],
    ['a text with one byte a character', 'zoes', 4],
    ['bytes', new Uint8Array(4), 4],
    ['nothing', undefined, 0],
  ])('lets through what a transport returns up to it: %s', async (_what, body, size) => {
    const transport = () => ({
      status: 200,
      headers: shared(),
      ...(body !== undefined && { body }),
    })
    const options = { origin: PAGE, maxBodySize: size }
    expect((await createPage(transport, options).check('/')).outcome).toBe('shared')
    if (size === 0) return
    const smaller = await createPage(transport, { ...options, maxBodySize: size - 1 }).check('/')
    expect(smaller).toMatchObject({
      code: 'no-answer',
      cause: { type: 'limit', limit: 'body', max: size - 1 },
      message:
        'There is no usable response from http://server.test/: more than 3 bytes of body came. Fix: send a shorter response, or raise the option maxBodySize of createPage().',
    })
  })

  it('counts all the responses of one request together', async () => {
    const hop = { ...reply(302, shared(['Location', '/next'])), body: 'x'.repeat(100) }
    const page = createPage(() => hop, { origin: PAGE, maxBodySize: 1000 })
    const verdict = await page.check('/')
    expect(verdict).toMatchObject({ code: 'no-answer', cause: { type: 'limit', max: 1000 } })
    expect(verdict.exchanges).toHaveLength(11)
  })
})

describe('the option timeout', () => {
  it('ends a request whose transport never returns', async () => {
    const page = createPage(() => new Promise<never>(() => {}), { origin: PAGE, timeout: 5 })
    expect(await page.check('/')).toMatchObject({
      code: 'no-answer',
      phase: 'request',
      cause: { type: 'timeout', timeout: 5 },
      message:
        'There is no usable response from http://server.test/: it was not complete after 5 ms. Fix: look for what the server waits for, or for a response that never ends, such as server-sent events; or raise the option timeout of createPage().',
      exchanges: [{ kind: 'request', response: null }],
    })
  })

  it('aborts the signal that the transport got', async () => {
    const page = createPage(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
      { origin: PAGE, timeout: 5 },
    )
    expect(await page.check('/', { method: 'PUT' })).toMatchObject({
      phase: 'preflight',
      cause: { type: 'timeout', timeout: 5 },
    })
  })
})

describe('the signal of a request', () => {
  const forever = () => new Promise<never>(() => {})
  const reason = new Error('the user left')

  it.each(['check', 'fetch'] as const)('rejects %s() with its reason', async (method) => {
    const controller = new AbortController()
    const page = createPage(forever, { origin: PAGE })
    const result = page[method]('/', { signal: controller.signal })
    controller.abort(reason)
    await expect(result).rejects.toBe(reason)
  })

  it('that is aborted already rejects before anything is sent', async () => {
    const urls: string[] = []
    const page = createPage(
      ({ url }) => {
        urls.push(url)
        return reply(200)
      },
      { origin: PAGE },
    )
    await expect(page.check('/', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(urls).toEqual([])
  })

  it('that is aborted after the response rejects nothing', async () => {
    const controller = new AbortController()
    const page = createPage(target, { origin: PAGE })
    const verdict = await page.check('/', { signal: controller.signal })
    controller.abort(reason)
    expect(verdict.outcome).toBe('shared')
  })

  it('may be null, and is not among what the verdict says was sent', async () => {
    const page = createPage(target, { origin: PAGE })
    const verdict = await page.check('/', { signal: null })
    expect(Object.keys(verdict.exchanges[0]?.request ?? {})).toEqual(['method', 'url', 'headers'])
  })

  it.each([1000, {}])('cannot be %o', async (signal) => {
    const page = createPage(target, { origin: PAGE })
    await expect(page.check('/', untyped<PageRequestInit>({ signal }))).rejects.toEqual(
      new TypeError('the signal must be an AbortSignal, such as AbortSignal.timeout(1000)'),
    )
  })
})

describe('close()', () => {
  it('ends requests whose transport never returns', async () => {
    const page = createPage(() => new Promise<never>(() => {}), { origin: PAGE })
    const verdicts = [page.check('/a'), page.check('/b')]
    await page.close()
    for (const verdict of await Promise.all(verdicts)) {
      expect(verdict).toMatchObject({ code: 'no-answer', cause: { type: 'closed' } })
      expect(verdict.message).toContain(
        ': the page was closed before it was complete. Fix: close the page after its last request is complete.',
      )
    }
  })
})
