import { setInterval } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { assertShared, createPage, type NoAnswerCause } from '../../../../src/testing.js'
import { PAGE } from '../transports.js'
import { endless, type RawServer, type Respond, rawServer, writing } from './raw-servers.js'

const opened: RawServer[] = []

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})

async function serve(respond: Respond): Promise<RawServer> {
  const server = await rawServer(respond)
  opened.push(server)
  return server
}

const OK = 'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n'
const LINE = `X-A: ${'a'.repeat(1000)}\r\n`

interface HostileCase {
  readonly what: string
  readonly respond: Respond
  readonly cause: object
}

const HEADERS: NoAnswerCause = { type: 'limit', limit: 'headers', max: 262_144 }
const BODY: NoAnswerCause = { type: 'limit', limit: 'body', max: 100_000 }
const TIMEOUT = { type: 'timeout', timeout: 300 } as const

/** Node's own words change with its versions; its codes do not. */
function protocol(message: string | RegExp): object {
  return { type: 'protocol', message: expect.stringMatching(message) }
}

const hostile: readonly HostileCase[] = [
  { what: 'headers without end', respond: endless(OK, LINE), cause: HEADERS },
  {
    what: 'a header line without end',
    respond: endless(`${OK}X-A: `, LINE.trim()),
    cause: HEADERS,
  },
  {
    what: 'a header line of a megabyte',
    respond: writing(`${OK}X-A: ${'a'.repeat(1_048_576)}\r\n\r\n`),
    cause: HEADERS,
  },
  {
    what: 'a status line without end',
    respond: endless('HTTP/1.1 200 ', 'OK'.repeat(1000)),
    cause: HEADERS,
  },
  {
    what: 'informational responses without end',
    respond: endless('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(20)),
    cause: TIMEOUT,
  },
  { what: 'a body without end', respond: endless(`${OK}\r\n`, LINE), cause: BODY },
  {
    what: 'chunks without end',
    respond: endless(`${OK}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'.repeat(200)),
    cause: BODY,
  },
  {
    what: 'a chunk that is longer than any memory',
    respond: endless(`${OK}Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n`, LINE),
    cause: BODY,
  },
  {
    what: 'trailers without end',
    respond: endless(`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`, LINE),
    cause: HEADERS,
  },
  { what: 'nothing', respond: () => {}, cause: TIMEOUT },
  {
    what: 'a byte now and then',
    async respond(socket) {
      socket.write(`${OK}X-A: `)
      for await (const _ of setInterval(20)) if (!socket.write('H')) return
    },
    cause: TIMEOUT,
  },
  {
    what: 'half a body',
    respond: (socket) => socket.write(`${OK}Content-Length: 9\r\n\r\nabc`),
    cause: TIMEOUT,
  },
  {
    what: 'half a body, and closes the connection',
    respond: writing(`${OK}Content-Length: 9\r\n\r\nabc`),
    cause: protocol('the connection was closed before the end of the body'),
  },
  {
    what: 'half a header, and closes the connection',
    respond: writing(`${OK}X-A`),
    cause: protocol(/^ECONNRESET: /),
  },
  {
    what: 'nothing, and resets the connection',
    respond: (socket) => socket.resetAndDestroy(),
    cause: protocol(/^ECONNRESET: /),
  },
  {
    what: 'half a body, and resets the connection',
    respond: (socket) =>
      socket.write(`${OK}Content-Length: 9\r\n\r\nabc`, () => socket.resetAndDestroy()),
    cause: protocol('the connection was closed before the end of the body'),
  },
  {
    what: 'something that is not HTTP',
    respond: writing('220 mail.example.com ESMTP\r\n'),
    cause: protocol(/^HPE_INVALID_CONSTANT: /),
  },
  ...['000', '099'].map((status) => ({
    what: `the status ${status}`,
    respond: writing(`HTTP/1.1 ${status} \r\n\r\n`),
    cause: protocol(`the status ${Number(status)} is not from 100 to 999`),
  })),
  {
    what: 'the status 1000',
    respond: writing('HTTP/1.1 1000 OK\r\n\r\n'),
    cause: protocol(/^HPE_INVALID_STATUS: /),
  },
  {
    what: 'a chunk whose size is no number',
    respond: writing(`${OK}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`),
    cause: protocol(/^HPE_INVALID_CHUNK_SIZE: /),
  },
  {
    what: 'two lengths',
    respond: writing(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`),
    cause: protocol(/^HPE_UNEXPECTED_CONTENT_LENGTH: /),
  },
]

describe('a server that sends', () => {
  it.each(hostile)('$what gets the verdict no-answer', async ({ respond, cause }) => {
    const { base, sockets } = await serve(respond)
    const timeout = cause === TIMEOUT ? TIMEOUT.timeout : 30_000
    const page = createPage(base, { origin: PAGE, timeout, maxBodySize: 100_000 })
    expect(await page.check('/')).toMatchObject({ code: 'no-answer', cause })
    // The connection does not outlive the request.
    await expect.poll(() => sockets.size).toBe(0)
  })
})

describe('a response is read as it came', () => {
  it.each([
    [
      'after informational ones',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nAccess-Control-Allow-Origin: x\r\n\r\n',
      '',
    ],
    ['with trailers, which are no headers', '', '0\r\nX-Trailer: 1\r\n\r\n'],
  ])('%s', async (_what, before, after) => {
    const chunked = `Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n${after === '' ? '0\r\n\r\n' : after}`
    const { base } = await serve(writing(`${before}${OK}${chunked}`))
    const verdict = await createPage(base, { origin: PAGE }).check('/')
    assertShared(verdict)
    expect(verdict.response.body).toBe('ok')
    expect(verdict.exchanges[0]?.response?.headers).toEqual([
      ['Access-Control-Allow-Origin', '*'],
      ['Transfer-Encoding', 'chunked'],
    ])
  })

  it('with every byte that a header may have', async () => {
    const value = String.fromCharCode(...Array.from({ length: 128 }, (_, index) => 128 + index))
    const { base } = await serve(writing(`${OK}X-A: ${value}\r\nContent-Length: 0\r\n\r\n`))
    const verdict = await createPage(base, { origin: PAGE }).check('/')
    assertShared(verdict)
    expect(verdict.exchanges[0]?.response?.headers).toContainEqual(['X-A', value])
  })

  it('with thousands of header lines', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `x-${index}: 1\r\n`).join('')
    const { base } = await serve(
      writing(`HTTP/1.1 200 OK\r\n${lines}Access-Control-Allow-Origin: *\r\n\r\n`),
    )
    const verdict = await createPage(base, { origin: PAGE }).check('/')
    assertShared(verdict)
    expect(verdict.exchanges[0]?.response?.headers).toHaveLength(20_001)
  })

  it('without decoding its content, so that a few bytes stay a few', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    const { base } = await serve((socket) => {
      socket.write(`${OK}Content-Encoding: gzip\r\n\r\n`)
      socket.end(bomb)
    })
    const verdict = await createPage(base, { origin: PAGE, maxBodySize: 20_000 }).check('/')
    assertShared(verdict)
    expect(verdict.exchanges[0]?.response?.body).toEqual(bomb)
  })

  it('in chunks of one byte', async () => {
    const bytes = `${OK}Transfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(50_000)}0\r\n\r\n`
    const { base } = await serve(writing(bytes))
    const verdict = await createPage(base, { origin: PAGE }).check('/')
    assertShared(verdict)
    expect(verdict.response.body).toBe('a'.repeat(50_000))
  })
})

it('a server that redirects to itself gets 21 requests and a verdict', async () => {
  const { base } = await serve(
    writing('HTTP/1.1 302 Found\r\nAccess-Control-Allow-Origin: *\r\nLocation: /again\r\n\r\n'),
  )
  const verdict = await createPage(base, { origin: PAGE }).check('/')
  expect(verdict).toMatchObject({ code: 'redirect-limit-reached' })
  expect(verdict.exchanges).toHaveLength(21)
})
