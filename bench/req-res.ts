import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { fresh } from './inputs.js'

/** What a middleware is called with. */
export interface ReqRes {
  readonly req: IncomingMessage
  readonly res: ServerResponse
}

/** What a request is like, and what the app has set on its response before. */
export interface Shape {
  readonly method: string
  /** The `Origin`; `undefined` for none. */
  readonly origin: () => string | undefined
  /** The other headers of a CORS request. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** The `Vary` of the response. */
  readonly vary?: string
}

const SOCKET = new Socket()

/** What a browser sends besides. */
export const BROWSER_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['host', 'api.example.com'],
  ['connection', 'keep-alive'],
  ['user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['accept', 'application/json'],
  ['accept-language', 'en-US,en;q=0.5'],
  ['accept-encoding', 'gzip, deflate, br, zstd'],
  ['referer', 'https://app.example.com/'],
  ['sec-fetch-dest', 'empty'],
  ['sec-fetch-mode', 'cors'],
  ['sec-fetch-site', 'same-site'],
]

/** As different clients order them: for one order, V8 would compile what no server meets. */
const ORDERS = BROWSER_HEADERS.map((_, first) => [
  ...BROWSER_HEADERS.slice(first),
  ...BROWSER_HEADERS.slice(0, first),
])

let turn = 0

/** A request as the HTTP parser leaves it, and its response. */
export function freshReqRes({ method, origin, headers, vary }: Shape): ReqRes {
  const req = new IncomingMessage(SOCKET)
  req.method = method
  req.url = '/orders'
  for (const [name, value] of ORDERS[turn++ % ORDERS.length] ?? []) req.headers[name] = value
  const value = origin()
  if (value !== undefined) req.headers.origin = value
  const others = headers?.() ?? {}
  for (const name in others) req.headers[name] = fresh(others[name] ?? '')
  const res = new ServerResponse(req)
  if (vary !== undefined) res.setHeader('Vary', vary)
  return { req, res }
}

/**
 * Sets many names once. V8 otherwise compiles `setHeader` for the few names of a scenario, and code
 * compiled for one name reads four times slower than in an app once it meets another.
 */
export function warmResponses(): void {
  for (let round = 0; round < 20; round++) {
    const { res } = freshReqRes({ method: 'GET', origin: () => undefined })
    for (let i = 0; i < 100; i++) {
      res.setHeader(`X-Header-${i}`, `${i}`)
      res.hasHeader(`X-Header-${i}`)
      res.getHeader(`X-Header-${i}`)
      res.removeHeader(`X-Header-${i + 1}`)
    }
    res.writeHead(200, { 'X-Last': '1' })
    res.end()
  }
}

/**
 * The status and headers of a response as sorted lines, so that candidates can be compared. The
 * request's origin is written as `<origin>`, since each request has another one.
 */
export function responseOf({ req, res }: ReqRes): string {
  // What `writeHead` has sent can be read nowhere else.
  const lines = res.headersSent
    ? String(Reflect.get(res, '_header')).trim().split('\r\n')
    : res.getHeaderNames().map((name) => `${name}: ${res.getHeader(name)}`)
  const own = lines.filter((line) => !/^(date|connection|keep-alive):/i.test(line)).sort()
  return own.join('\n').replaceAll(req.headers.origin ?? '<none>', '<origin>')
}
