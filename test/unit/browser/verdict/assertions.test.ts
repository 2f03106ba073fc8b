import assert from 'node:assert'
import { describe, expect, it } from 'vitest'
import {
  assertBlocked,
  assertShared,
  type BlockedCode,
  createPage,
  type Verdict,
} from '../../../../src/testing.js'
import { API, PAGE, reply, responding, shared } from '../transports.js'

const page = createPage(responding(reply(204, shared()), reply(200, shared(['X-A', '1']))), {
  origin: PAGE,
})

/** JavaScript has no types, so a developer may pass anything. */
const untyped: {
  readonly assertShared: (value: unknown) => void
  readonly assertBlocked: (value: unknown, code?: unknown) => void
} = {
  assertShared: (value) => Reflect.apply(assertShared, undefined, [value]),
  assertBlocked: (...values) => Reflect.apply(assertBlocked, undefined, values),
}

function failureOf(assertion: () => void): unknown {
  try {
    assertion()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const PUT_BLOCKED = `blocked: method-not-in-allow-methods
The response to the CORS-preflight request for https://api.example.com/orders (status 204) has no Access-Control-Allow-Methods, but the method is "PUT". Fix: add PUT to Access-Control-Allow-Methods.

1. CORS-preflight request, because of the method PUT
   OPTIONS https://api.example.com/orders
     Accept: */*
     Access-Control-Request-Method: PUT
     Origin: https://app.example.com
     Sec-Fetch-Dest: empty
     Sec-Fetch-Mode: cors
     Sec-Fetch-Site: same-site
   response with status 204
     Access-Control-Allow-Origin: https://app.example.com`

describe('assertShared()', () => {
  it('passes and narrows the type if the page can read the response', async () => {
    const verdict: Verdict = await page.check(`${API}/orders`)
    assertShared(verdict)
    expect(verdict.response.status).toBe(200)
  })

  it('tells the whole story otherwise', async () => {
    const verdict = await page.check(`${API}/orders`, { method: 'PUT' })
    expect(failureOf(() => assertShared(verdict))).toMatchObject({
      name: 'AssertionError',
      code: 'ERR_ASSERTION',
      message: `expected the verdict "shared", but it is\n${PUT_BLOCKED}`,
      actual: 'blocked: method-not-in-allow-methods',
      expected: 'shared',
    })
  })

  it('fails for an opaque response, which the page cannot read', async () => {
    const verdict = await page.check(`${API}/orders`, { mode: 'no-cors' })
    expect(failureOf(() => assertShared(verdict))).toMatchObject({ actual: 'opaque' })
  })

  it('has a stack that begins with the line of the test', async () => {
    const verdict = await page.check(`${API}/orders`, { method: 'PUT' })
    const error = failureOf(() => assertShared(verdict))
    assert(error instanceof Error)
    expect(error.stack?.replace(error.message, '').split('\n')[1]).toContain('assertions.test.ts')
  })
})

describe('assertBlocked()', () => {
  it('passes and narrows the type if the browser hides the response from the page', async () => {
    const verdict: Verdict = await page.check(`${API}/orders`, { method: 'PUT' })
    assertBlocked(verdict)
    const code: BlockedCode = verdict.code
    assertBlocked(verdict, 'method-not-in-allow-methods')
    const narrowed: 'method-not-in-allow-methods' = verdict.code
    expect(code).toBe(narrowed)
  })

  it('fails if the page can read the response', async () => {
    const verdict = await page.check(`${API}/orders`)
    const error = failureOf(() => assertBlocked(verdict))
    expect(error).toMatchObject({
      name: 'AssertionError',
      actual: 'shared',
      expected: 'blocked',
      message: `expected the verdict "blocked", but it is\n${verdict}`,
    })
  })

  it('fails if the reason is another one', async () => {
    const verdict = await page.check(`${API}/orders`, { method: 'PUT' })
    expect(failureOf(() => assertBlocked(verdict, 'allow-origin-missing'))).toMatchObject({
      message: `expected the verdict "blocked: allow-origin-missing", but it is\n${PUT_BLOCKED}`,
      actual: 'blocked: method-not-in-allow-methods',
      expected: 'blocked: allow-origin-missing',
    })
  })

  it.each(['allow-origin-mising', 'toString'])(
    'refuses the code %j, which no verdict has',
    async (code) => {
      const verdict = await page.check(`${API}/orders`, { method: 'PUT' })
      const error = failureOf(() => untyped.assertBlocked(verdict, code))
      assert(error instanceof TypeError)
      expect(error.message).toMatch(
        `assertBlocked() got the code "${code}", but no verdict has it; the codes are allow-origin-missing, allow-origin-multiple, `,
      )
    },
  )
})

describe.each(['assertShared', 'assertBlocked'] as const)('%s() refuses', (name) => {
  const needs = `${name}() needs a verdict, as in ${name}(await page.check(…)); it got `

  it.each([
    [
      'a promise',
      page.check(API),
      `${name}() got a promise; await the verdict: ${name}(await page.check(…))`,
    ],
    ['nothing', undefined, `${needs}undefined`],
    ['null', null, `${needs}null`],
    ['an outcome', 'shared', `${needs}the string "shared"`],
    ['a Response', new Response(), `${needs}another object`],
    ['a symbol', Symbol('a'), `${needs}Symbol(a)`],
  ])('%s', (_what, value, message) => {
    expect(failureOf(() => untyped[name](value))).toEqual(new TypeError(message))
  })
})
