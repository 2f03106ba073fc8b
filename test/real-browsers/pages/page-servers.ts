import type { HeaderLines } from '../../fetch-cases/verdicts.js'
import { type RawRequest, type RawResponse, startRawServer } from '../raw-server.js'
import { PAGE } from './page.js'

/** The ports of the two servers that pages come from. */
export interface PagePorts {
  readonly first: number
  readonly second: number
}

export interface PageServers {
  readonly ports: PagePorts
  close(): Promise<void>
}

/** Two servers whose every URL is a page that can do requests; `/sandboxed` is a sandboxed one. */
export async function startPageServers(): Promise<PageServers> {
  const [first, second] = await Promise.all([startRawServer(respond), startRawServer(respond)])
  return {
    ports: { first: first.port, second: second.port },
    async close() {
      await Promise.all([first.close(), second.close()])
    },
  }
}

function respond({ target }: RawRequest): RawResponse {
  // https://html.spec.whatwg.org/multipage/browsers.html#sandboxed-origin-browsing-context-flag
  const sandbox: HeaderLines =
    target === '/sandboxed' ? [['Content-Security-Policy', 'sandbox allow-scripts']] : []
  return { status: 200, headers: [['Content-Type', 'text/html'], ...sandbox], body: PAGE }
}
