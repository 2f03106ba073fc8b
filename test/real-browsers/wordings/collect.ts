import { setTimeout as sleep } from 'node:timers/promises'
import { expandHeaders } from '../../fetch-cases/verdicts.js'
import { findFreePort } from '../../support/find-free-port.js'
import type { TalkingBrowser } from '../drivers/real-browser.js'
import { PAGE, type PageRequest } from '../pages/page.js'
import { type RawRequest, type RawResponse, startRawServer } from '../raw-server.js'
import { type Kind, type WordingCase, wordingCases } from './cases.js'

/** What a browser printed about one request. */
export interface Wording {
  readonly wording: WordingCase
  readonly kind: Kind
  /** What the page asked for. */
  readonly url: string
  /** The page's origin. */
  readonly origin: string
  readonly printed: readonly string[]
}

/** Has a page in the browser make every request of the cases, and reads its console. */
export async function collectWordings(browser: TalkingBrowser): Promise<readonly Wording[]> {
  const byId = new Map(wordingCases.map((wording) => [wording.id, wording]))
  let requests: readonly PageRequest[] = []

  const page = await startRawServer(() => ({
    status: 200,
    headers: [['Content-Type', 'text/html']],
    body: `${PAGE}<script>requestAloud(${JSON.stringify(requests)})</script>`,
  }))
  const api = await startRawServer(respond)
  const closedPort = await findFreePort()
  const origin = `http://localhost:${page.port}`
  const origins = { page: origin, api: `http://localhost:${api.port}`, api2: '' }

  function respond({ target }: RawRequest): RawResponse {
    const { status = 200, headers = [] } = byId.get(target.split('/')[1] ?? '')?.response ?? {}
    // Firefox judges the type of a module before it judges whether the page may have it.
    const type = target.endsWith('module-script') ? 'text/javascript' : 'text/plain'
    const lines = expandHeaders(
      [...headers, ['Content-Type', type]],
      origins,
      `${origins.api}${target}`,
    )
    return { status, headers: lines, body: '0' }
  }

  function urlOf({ id, code }: WordingCase, kind: Kind): string {
    const host = code === 'no-answer' ? `http://localhost:${closedPort}` : origins.api
    return `${host}/${id}/${kind}`
  }

  const asked = wordingCases.flatMap((wording) =>
    wording.kinds.map((kind) => ({ wording, kind, url: urlOf(wording, kind), origin })),
  )
  requests = asked.map(({ wording: { init }, kind, url }) => ({
    url,
    kind,
    init: { method: 'GET', headers: [], ...init },
  }))

  try {
    await browser.open(`${origin}/`)
    const places = await markersOf(browser.printed, asked.length)
    return asked.map((item, index) => ({
      ...item,
      printed: browser.printed.slice((places[index] ?? 0) + 1, places[index + 1]),
    }))
  } finally {
    await page.close()
    await api.close()
  }
}

/** Where the lines `request 0` to `request N` are, when all are there. */
async function markersOf(printed: readonly string[], last: number): Promise<readonly number[]> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (printed.includes(`request ${last}`)) {
      return Array.from({ length: last + 1 }, (_, index) => printed.indexOf(`request ${index}`))
    }
    await sleep(100)
  }
  throw new Error(`the page did not come to its end: ${printed.at(-1)}`)
}
