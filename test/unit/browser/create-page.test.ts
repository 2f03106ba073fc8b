import { describe, expect, it } from 'vitest'
import {
  createPage,
  type PageOptions,
  type Target,
  type WireResponse,
} from '../../../src/testing.js'
import { PAGE, reply, responding, shared } from './transports.js'

/** JavaScript has no types, so a developer may pass anything. */
function untyped<Type>(value: object): Type {
  return JSON.parse(JSON.stringify(value))
}

describe('createPage()', () => {
  it.each([
    [
      'https://app.example.com/',
      'the origin "https://app.example.com/" is not a serialized origin: a scheme, a host and, unless it is the default, a port, such as "https://app.example.com"',
    ],
    [
      '*',
      'the origin "*" is not a serialized origin: a scheme, a host and, unless it is the default, a port, such as "https://app.example.com"',
    ],
    [
      7,
      'the option origin must be a string, the origin of the page, such as "https://app.example.com"; its type is number',
    ],
  ])('refuses %s as an origin', (origin, message) => {
    const options = untyped<PageOptions>({ origin })
    expect(() => createPage(responding(reply(200)), options)).toThrow(new TypeError(message))
  })

  it.each([undefined, null, PAGE])('refuses %j as the second argument', (page) => {
    const target = responding(reply(200))
    expect(() => Reflect.apply(createPage, undefined, [target, page])).toThrow(
      new TypeError(
        'the second argument must name the origin of the page, as in createPage(app, { origin: "https://app.example.com" })',
      ),
    )
  })

  it('refuses options without an origin', () => {
    expect(() => createPage(responding(reply(200)), untyped<PageOptions>({}))).toThrow(
      new TypeError(
        'the option origin must be a string, the origin of the page, such as "https://app.example.com"; its type is undefined',
      ),
    )
  })

  it.each(['localhost:3000', 'ftp://localhost', '/orders', ''])(
    'refuses %j as a base URL',
    (target) => {
      expect(() => createPage(target, { origin: PAGE })).toThrow(
        new TypeError(`the target "${target}" is not an http: or https: URL`),
      )
    },
  )

  it('refuses an object as a target', () => {
    expect(() => createPage(untyped<Target>({}), { origin: PAGE })).toThrow(
      new TypeError(
        'the target must be a base URL, a request listener, an http.Server or a Transport',
      ),
    )
  })

  it.each([
    [undefined, 'undefined'],
    [null, 'an object of another shape'],
    ['ok', 'string'],
    [{ headers: [] }, 'an object of another shape'],
    [{ status: '200', headers: [] }, 'an object of another shape'],
    [{ status: 200 }, 'an object of another shape'],
    [{ status: 200, headers: {} }, 'an object of another shape'],
    [{ status: 0, headers: [] }, 'an object of another shape'],
    [{ status: 1000, headers: [] }, 'an object of another shape'],
    [{ status: 200, headers: ['Vary: Origin'] }, 'an object of another shape'],
    [{ status: 200, headers: [['Vary']] }, 'an object of another shape'],
    [{ status: 200, headers: [['Access-Control-Max-Age', 600]] }, 'an object of another shape'],
    [{ status: 200, headers: [], body: { id: 1 } }, 'an object of another shape'],
  ])('throws if the transport returns %j', async (response, shape) => {
    const page = createPage(() => untyped<{ response: WireResponse }>({ response }).response, {
      origin: PAGE,
    })
    await expect(page.check('/')).rejects.toEqual(
      new TypeError(
        `the transport returned ${shape}, but it must return { status, headers, body }: an integer from 100 to 999, pairs of strings, and a string, a Uint8Array or nothing; a request listener has two parameters, (req, res)`,
      ),
    )
  })

  it('uses status, headers and body of what a transport returns, and nothing else', async () => {
    class UnusualResponse implements WireResponse {
      readonly type = 'error'
      readonly headers = shared()
      get status() {
        return 201
      }
      get body() {
        return 'text'
      }
    }
    const page = createPage(() => new UnusualResponse(), { origin: PAGE })
    const verdict = await page.check('/')
    expect(verdict.response).toMatchObject({ status: 201, body: 'text' })
    expect(verdict.exchanges[0]?.response).toEqual({
      status: 201,
      headers: shared(),
      body: 'text',
    })
  })

  it('refuses requests after close(), which may be called twice', async () => {
    const page = createPage(responding(reply(200, shared())), { origin: PAGE })
    await page.close()
    await page.close()
    const closed = new TypeError('the page is closed; create another one')
    await expect(page.check('/')).rejects.toEqual(closed)
    await expect(page.fetch('/')).rejects.toEqual(closed)
  })

  it('is closed at the end of a block by await using', async () => {
    const page = createPage(responding(reply(200, shared())), { origin: PAGE })
    await page[Symbol.asyncDispose]()
    await expect(page.check('/')).rejects.toEqual(
      new TypeError('the page is closed; create another one'),
    )
  })
})
