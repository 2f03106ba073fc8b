import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import cors, { type CorsOptions, type CorsSource } from '../../../src/index.js'
import { from, preflightFrom, serveExpress } from './express.js'

const SILENT = 'https://silent.test'
const OTHER = 'https://app.example.com'

const LATE = {
  status: 500,
  headers: { vary: 'Origin' },
  body: 'strict-cors: the origin or options function has not answered within 30 seconds',
}
const ALLOWED = {
  status: 200,
  headers: { 'access-control-allow-origin': OTHER, vary: 'Origin' },
  body: 'app',
}

type Asked = (origin: string | undefined) => void

/** Each never answers about one origin, and tells when it was asked. */
const SOURCES: readonly (readonly [what: string, source: (asked: Asked) => CorsSource])[] = [
  [
    'an origin function that promises',
    (asked) => ({
      origin: (origin) => {
        asked(origin)
        return new Promise<boolean>((resolve) => {
          if (origin !== SILENT) resolve(true)
        })
      },
    }),
  ],
  [
    'an origin function that calls back',
    (asked) => ({
      origin: (origin, callback) => {
        asked(origin)
        if (origin !== SILENT) callback(null, true)
      },
    }),
  ],
  [
    'an options function that promises',
    (asked) => (req) => {
      asked(req.headers.origin)
      return new Promise<CorsOptions>((resolve) => {
        if (req.headers.origin !== SILENT) resolve({ origin: OTHER })
      })
    },
  ],
]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a function that never answers', () => {
  it.each(SOURCES)('fails its request after 30 seconds: %s', async (_what, source) => {
    const asked = vi.fn<Asked>()
    const send = await serveExpress(cors(source(asked)))
    const responses: unknown[] = []
    const silent = [from(SILENT), preflightFrom(SILENT)].map(async (request) => {
      responses.push(await send(request))
    })
    while (asked.mock.calls.length < 2) await new Promise(setImmediate)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(await send(from(OTHER))).toEqual(ALLOWED)
    expect(responses).toEqual([])

    await vi.advanceTimersByTimeAsync(1)
    await Promise.all(silent)
    expect(responses).toEqual([LATE, LATE])
    expect(await send(from(OTHER))).toEqual(ALLOWED)
  })
})
