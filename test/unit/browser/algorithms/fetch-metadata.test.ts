import { describe, expect, it } from 'vitest'
import { createPage, type PageRequestInit, type Verdict } from '../../../../src/testing.js'
import { reply, responding, routes } from '../transports.js'

/** The value of a Fetch metadata header in each exchange; `null` if it is not there. */
function metadata({ exchanges }: Verdict, header: string): (string | null)[] {
  return exchanges.map(({ request }) => {
    return request.headers.find(([name]) => name === `Sec-Fetch-${header}`)?.[1] ?? null
  })
}

const everybody = responding(
  reply(200, [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', '*'],
  ]),
)

async function check(origin: string, url: string, init?: PageRequestInit): Promise<Verdict> {
  return createPage(everybody, { origin }).check(url, init)
}

describe('the Fetch metadata headers', () => {
  it.each([
    ['https://app.example.com', 'https://app.example.com/a', 'same-origin'],
    ['https://app.example.com', 'https://api.example.com/a', 'same-site'],
    ['https://app.example.com', 'https://app.example.com:8443/a', 'same-site'],
    ['https://app.example.com', 'https://app.example.net/a', 'cross-site'],
    ['http://app.example.com', 'https://app.example.com/a', 'cross-site'],
    ['null', 'https://app.example.com/a', 'cross-site'],
    ['http://localhost:5173', 'http://localhost:3000/a', 'same-site'],
    ['http://127.0.0.1:5173', 'http://127.0.0.1:3000/a', 'same-site'],
    ['http://1.0.0.1', 'http://127.0.0.1:3000/a', 'cross-site'],
    ['http://[::1]:5173', 'http://[::1]:3000/a', 'same-site'],
  ])('describe a page at %s that asks for %s: %s', async (origin, url, site) => {
    const verdict = await check(origin, url)
    expect(metadata(verdict, 'Site')).toEqual([site])
    expect(metadata(verdict, 'Mode')).toEqual(['cors'])
    expect(metadata(verdict, 'Dest')).toEqual(['empty'])
  })

  it('are on the preflight too, which has the mode cors', async () => {
    const verdict = await check('https://app.example.com', 'https://api.example.com/a', {
      method: 'PUT',
    })
    expect(metadata(verdict, 'Site')).toEqual(['same-site', 'same-site'])
    expect(metadata(verdict, 'Mode')).toEqual(['cors', 'cors'])
  })

  it('tell the mode of the request', async () => {
    const verdict = await check('https://app.example.com', 'https://other.example/a', {
      mode: 'no-cors',
    })
    expect(metadata(verdict, 'Mode')).toEqual(['no-cors'])
  })

  it('are not sent over plain http to another machine', async () => {
    const verdict = await check('https://app.example.com', 'http://api.example.com/a')
    expect(metadata(verdict, 'Site')).toEqual([null])
  })

  it('stay cross-site after a redirect through another site', async () => {
    const back = 'https://app.example.com/back'
    const transport = routes({
      '//app.example.com/start': reply(302, [['Location', 'https://other.example/']]),
      '//other.example/': reply(302, [
        ['Location', back],
        ['Access-Control-Allow-Origin', '*'],
      ]),
      '//app.example.com/back': reply(200, [['Access-Control-Allow-Origin', '*']]),
    })
    const page = createPage(transport, { origin: 'https://app.example.com' })
    const verdict = await page.check('https://app.example.com/start')
    expect(metadata(verdict, 'Site')).toEqual(['same-origin', 'cross-site', 'cross-site'])
  })
})
