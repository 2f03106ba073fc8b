import { describe, expect, it } from 'vitest'
import { createPage, type Verdict } from '../../../../src/testing.js'
import { API, PAGE, reply } from '../transports.js'

/** A server that sets what the request's path says and allows the page everything. */
function pageOf(origin: string, now?: () => number) {
  return createPage(
    ({ url }) => {
      const set = new URL(url).searchParams.getAll('set')
      return reply(200, [
        ['Access-Control-Allow-Origin', origin],
        ['Access-Control-Allow-Credentials', 'true'],
        ...set.map((line) => ['Set-Cookie', line] as const),
      ])
    },
    { origin, ...(now && { now }) },
  )
}

function cookieOf(verdict: Verdict): string | undefined {
  return verdict.exchanges.at(-1)?.request.headers.find(([name]) => name === 'Cookie')?.[1]
}

const include = { credentials: 'include' } as const

function setting(...lines: string[]): string {
  return `${API}/?${new URLSearchParams(lines.map((line): [string, string] => ['set', line]))}`
}

describe('cookies', () => {
  it('are sent back to the host that set them, in order, without attributes, unless they have no name', async () => {
    const page = pageOf(PAGE)
    await page.check(setting('a=1; HttpOnly; Path=/', 'b = 2=3', 'c', '=d'), include)
    expect(cookieOf(await page.check(`${API}/other`, include))).toBe('a=1; b=2=3')
    expect(cookieOf(await page.check('https://other.example.com/', include))).toBeUndefined()
  })

  it('are sent to every port of the host', async () => {
    const page = pageOf(PAGE)
    await page.check(setting('a=1'), include)
    expect(cookieOf(await page.check(`${API}:8443/`, include))).toBe('a=1')
  })

  it('are sent to the same origin by default, and never if credentials are omitted', async () => {
    const page = pageOf(API)
    await page.check(setting('a=1'))
    expect(cookieOf(await page.check(`${API}/`))).toBe('a=1')
    expect(cookieOf(await page.check(`${API}/`, { credentials: 'omit' }))).toBeUndefined()
  })

  it('are not kept across origins if credentials are not included', async () => {
    const page = pageOf(PAGE)
    await page.check(setting('a=1'))
    expect(cookieOf(await page.check(`${API}/`, include))).toBeUndefined()
  })

  it('are stored from a response that the page may not read', async () => {
    const page = createPage(() => reply(200, [['Set-Cookie', 'a=1']]), { origin: PAGE })
    expect((await page.check(`${API}/`, include)).outcome).toBe('blocked')
    expect(cookieOf(await page.check(`${API}/`, include))).toBe('a=1')
  })

  it.each([
    'a=; Max-Age=0',
    'a=; max-age=-1; Expires=Tue, 01 Jan 2999 00:00:00 GMT',
    'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  ])('are removed by %s', async (line) => {
    const page = pageOf(PAGE, () => 1000)
    await page.check(setting('a=1'), include)
    await page.check(setting(line), include)
    expect(cookieOf(await page.check(`${API}/`, include))).toBeUndefined()
  })

  it.each([
    'a=2; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    'a=2; Expires=Thu, 01 Jan 1970 00:00:02 GMT',
    'a=2; Expires=soon',
  ])('are replaced by %s', async (line) => {
    const page = pageOf(PAGE, () => 1000)
    await page.check(setting('a=1'), include)
    await page.check(setting(line), include)
    expect(cookieOf(await page.check(`${API}/`, include))).toBe('a=2')
  })
})
