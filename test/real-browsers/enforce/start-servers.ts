import type { RealBrowser } from '../drivers/real-browser.js'
import { createEnforcingApp, type EnforcingApp } from './enforcing-app.js'
import type { Get, Write } from './kinds.js'
import { type Listening, listen } from './listen.js'
import { servePage } from './page.js'
import { allowedOrigins, type Place } from './places.js'

/** The app, and where the pages are that write to it. */
export interface Servers extends EnforcingApp {
  readonly own: Listening
  readonly allowed: Listening
  readonly stranger: Listening
  /** Has a page of a place send these. @returns the path that each was sent to, by its kind */
  send<Kind extends Write | Get>(
    browser: RealBrowser,
    place: Place,
    kinds: readonly Kind[],
  ): Promise<ReadonlyMap<Kind, string>>
  close(): Promise<void>
}

export async function startServers(): Promise<Servers> {
  const [allowed, stranger] = await Promise.all([listen(servePage), listen(servePage)])
  const enforcing = createEnforcingApp(allowedOrigins(allowed))
  const own = await listen(enforcing.app)
  const servers = { own, allowed, stranger }

  return {
    ...enforcing,
    ...servers,
    async send(browser, { server, scheme, host, appHost, noReferrer, sandboxed }, kinds) {
      const pagePort = servers[server].ports[scheme]
      await browser.open(`${scheme}://${host}:${pagePort}/${noReferrer ? 'no-referrer' : ''}`)
      const paths = new Map(kinds.map((kind) => [kind, enforcing.newPath()]))
      await browser.evaluate(
        sandboxed ? 'sendAllSandboxed' : 'sendAll',
        Array.from(paths, ([kind, path]) => ({
          kind,
          url: `${scheme}://${appHost}:${own.ports[scheme]}${path}`,
        })),
      )
      return paths
    },
    async close() {
      await Promise.all([own.close(), allowed.close(), stranger.close()])
    },
  }
}
