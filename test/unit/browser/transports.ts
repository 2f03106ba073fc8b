import type { Transport, Verdict, WireResponse } from '../../../src/testing.js'

export const PAGE = 'https://app.example.com'
export const API = 'https://api.example.com'

type Lines = readonly (readonly [name: string, value: string])[]

export function reply(status: number, headers: Lines = [], body = ''): WireResponse {
  return { status, headers, body }
}

/** `Access-Control-Allow-Origin` for the page, then the given lines. */
export function shared(...headers: Lines): Lines {
  return [['Access-Control-Allow-Origin', PAGE], ...headers]
}

/** Responds to every preflight with the first reply and to every request with the second. */
export function responding(preflight: WireResponse, response = preflight): Transport {
  return ({ method }) => (method === 'OPTIONS' ? preflight : response)
}

/** Responds by `METHOD path`, or by `path` alone. */
export function routes(table: Readonly<Record<string, WireResponse>>): Transport {
  return ({ method, url }) => {
    const { host, pathname } = new URL(url)
    const found = table[`${method} ${pathname}`] ?? table[pathname] ?? table[`//${host}${pathname}`]
    if (found === undefined) throw new Error(`no route for ${method} ${url}`)
    return found
  }
}

/**
 * The lines of the request's wire form, in order: `PUT https://…`, `Origin: …`. Without the Fetch
 * metadata headers, which every request has and one test is about.
 */
export function sent(verdict: Verdict): string[][] {
  return verdict.exchanges.map(({ request }) => [
    `${request.method} ${request.url}`,
    ...request.headers
      .filter(([name]) => !name.startsWith('Sec-Fetch-'))
      .map(([name, value]) => `${name}: ${value}`),
  ])
}
