import { readFileSync } from 'node:fs'
import type { RealBrowser } from '../drivers/real-browser.js'

type HeaderPairs = readonly (readonly [name: string, value: string])[]

/** What the page is asked to do. */
export interface PageRequest {
  readonly url: string
  /** `fetch` if omitted. An `image` and a `module` are loaded with `crossorigin`. */
  readonly kind?: 'fetch' | 'xhr' | 'image' | 'font' | 'module' | 'module-script' | 'event-source'
  /** As `fetch()` takes it; the other kinds follow it as far as they can. */
  readonly init: {
    readonly method?: string
    readonly headers?: HeaderPairs
    readonly body?: string
    readonly mode?: 'cors' | 'no-cors' | 'same-origin'
    readonly credentials?: 'omit' | 'same-origin' | 'include'
    readonly redirect?: 'follow' | 'error' | 'manual'
  }
}

/** What the page saw of one request. */
export type PageResult =
  | {
      readonly shared: true
      /** Omitted if an element or an `EventSource` has loaded. */
      readonly response?: PageResponse
    }
  | {
      readonly shared: false
      /** The name of the exception, which is all that a page is told. */
      readonly error: string
    }

/** What script can read of a response. */
export interface PageResponse {
  /** Omitted for an `XMLHttpRequest`. */
  readonly type?: string
  readonly status: number
  readonly headers: HeaderPairs
  readonly body: string
}

/** The document that can do requests, for a server to send as `text/html`. */
export const PAGE = `<!doctype html><title>page</title><body><script>${readFileSync(
  new URL('client.js', import.meta.url),
  'utf8',
)}</script>`

/**
 * Has the open page do each list of requests, in order within a list.
 * @param frame where in the page the requests are made; the sandboxed one has an opaque origin
 */
export async function requestAll(
  browser: RealBrowser,
  lists: readonly (readonly PageRequest[])[],
  frame: 'top' | 'sandboxed' = 'top',
): Promise<readonly (readonly PageResult[])[]> {
  const script = frame === 'top' ? 'requestAll' : 'requestAllSandboxed'
  const results = await browser.evaluate(script, lists)
  if (!isResultOf(lists, results)) throw new TypeError(`The page said ${JSON.stringify(results)}`)
  return results
}

/** One result for each request. */
function isResultOf(
  lists: readonly (readonly PageRequest[])[],
  value: unknown,
): value is readonly (readonly PageResult[])[] {
  return (
    Array.isArray(value) &&
    value.length === lists.length &&
    lists.every(
      ({ length }, index) =>
        Array.isArray(value[index]) &&
        value[index].length === length &&
        value[index].every(isResult),
    )
  )
}

function isResult(value: unknown): value is PageResult {
  return typeof value === 'object' && value !== null && 'shared' in value
}
