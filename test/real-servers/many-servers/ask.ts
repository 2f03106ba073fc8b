import { createPage } from '../../../src/testing.js'
import type { Program } from '../program.js'

/** What a page of an origin gets from each server: `shared`, or why it is blocked. */
export function askEach(servers: readonly Program[], origin: string): Promise<string[]> {
  return Promise.all(servers.map((server) => ask(server, origin)))
}

/** What a page of an origin, in a browser of its own, gets from a server. */
export async function ask({ url }: Program, origin: string): Promise<string> {
  const page = createPage(url, { origin })
  const { outcome, code } = await page.check('/orders', { credentials: 'include' })
  await page.close()
  return code ?? outcome
}

/** Asks again and again until it is told to stop; each different outcome, once. */
export function keepAsking(servers: readonly Program[], origin: string) {
  const outcomes = new Set<string>()
  let asked = 0
  let going = true
  const done = (async () => {
    while (going) {
      for (const outcome of await askEach(servers, origin)) outcomes.add(outcome)
      asked += 1
    }
  })()
  return {
    async stop() {
      going = false
      await done
      return { outcomes: [...outcomes], asked }
    },
  }
}
