import { isSerializedOrigin } from '../fetch/origin.js'
import { enumerate, quote } from '../fetch/quote.js'

/** What kind of page makes the requests. */
export interface PageOptions {
  /**
   * The origin of the page, as a browser sends it in `Origin`: `https://app.example.com`, or `null`
   * for a sandboxed page.
   */
  readonly origin: string
  /**
   * The clock by which cached preflights and cookies expire, in milliseconds.
   * @default Date.now
   */
  readonly now?: () => number
  /**
   * The time limit of one `check()` or `fetch()`, from its first request to the end of its last
   * response, in whole milliseconds. When it ends, the verdict is `no-answer`.
   * @default 30_000
   */
  readonly timeout?: number
  /**
   * How many bytes of body one `check()` or `fetch()` may receive, all its responses together. From
   * 0 to 268,435,456 (256 MiB). If more come, the verdict is `no-answer`.
   * @default 16_777_216 (16 MiB)
   */
  readonly maxBodySize?: number
  /**
   * Cookies that the browser has before the first request: `session=abc; theme=dark`, for the host
   * of the base URL (`server.test` if the target is not a base URL); or such texts by host name.
   * As with other cookies, the credentials mode decides whether they are sent.
   * @default {} (no cookies)
   * @example
   * createPage(app, { origin, cookies: 'session=abc' })
   * createPage(app, { origin, cookies: { 'api.example.com': 'session=abc' } })
   */
  readonly cookies?: string | Readonly<Record<string, string>>
}

/** The options with their defaults. */
export type ParsedPageOptions = Required<PageOptions>

/** `setTimeout()` fires at once if the delay is longer. */
const MAX_TIMEOUT = 2 ** 31 - 1

/** A body becomes a string, and engines limit the length of strings. */
const MAX_BODY_SIZE = 256 * 1024 * 1024

const DEFAULTS = {
  now: () => Date.now(),
  timeout: 30_000,
  maxBodySize: 16 * 1024 * 1024,
  cookies: {},
}

const NAMES = ['origin', ...Object.keys(DEFAULTS)]

/** @throws {TypeError} if an option is invalid or unknown */
export function parsePageOptions(options: PageOptions): ParsedPageOptions {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(
      'the second argument must name the origin of the page, as in createPage(app, { origin: "https://app.example.com" })',
    )
  }
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) {
      throw new TypeError(
        `createPage() has no option ${quote(name)}; its options are ${enumerate(NAMES, 'and')}`,
      )
    }
  }
  const parsed = { ...DEFAULTS, ...options }
  assertOrigin(parsed.origin)
  if (typeof parsed.now !== 'function') {
    throw new TypeError(
      `the option now must be a function that returns milliseconds, such as Date.now; its type is ${typeof parsed.now}`,
    )
  }
  assertWhole('timeout', 'milliseconds', parsed.timeout, 1, MAX_TIMEOUT)
  assertWhole('maxBodySize', 'bytes', parsed.maxBodySize, 0, MAX_BODY_SIZE)
  return parsed
}

function assertOrigin(origin: unknown): void {
  if (origin === 'null' || (typeof origin === 'string' && isSerializedOrigin(origin))) return
  throw new TypeError(
    typeof origin === 'string'
      ? `the origin ${quote(origin)} is not a serialized origin: a scheme, a host and, unless it is the default, a port, such as "https://app.example.com"`
      : `the option origin must be a string, the origin of the page, such as "https://app.example.com"; its type is ${typeof origin}`,
  )
}

function assertWhole(name: string, unit: string, value: unknown, min: number, max: number): void {
  if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return
  throw new TypeError(
    `the option ${name} must be a whole number of ${unit} from ${min} to ${max}; it is ${typeof value === 'string' ? quote(value) : String(value)}`,
  )
}
