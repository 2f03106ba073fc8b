import { afterAll, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { createPolicy } from '../../../src/index.js'
import type { RealBrowser } from '../drivers/real-browser.js'
import { allowedOrigins, PLACES } from './places.js'
import type { Servers } from './start-servers.js'

/** Claims what `enforce` leaves open, being a GET, and what is to be done for sockets. */
export function claimGets(browser: RealBrowser, servers: Servers): void {
  const policy = createPolicy({
    origin: [...allowedOrigins(servers.allowed)],
    dangerouslyAllow: ['insecure-origin'],
  })
  const upgrades = new Map<string | undefined, 'welcomed' | 'refused'>()
  const sockets = new WebSocketServer({ noServer: true })
  afterAll(() => sockets.close())
  for (const server of servers.own.servers) {
    // As the README has it.
    server.on('upgrade', async (req, socket, head) => {
      const allowed = await policy.askOrigin(req.headers.origin).catch(() => false)
      upgrades.set(req.url, allowed ? 'welcomed' : 'refused')
      if (!allowed) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
        return
      }
      sockets.handleUpgrade(req, socket, head, (opened) => opened.send('welcome'))
    })
  }

  const places = PLACES.filter(
    ({ host, noReferrer, sandboxed }) => host === '127.0.0.1' && !noReferrer && !sandboxed,
  )

  describe(`enforce, as ${browser.engine} listens`, () => {
    it.each(places)('sees a GET only, by $scheme from a page that is $what', async (place) => {
      const paths = await servers.send(browser, place, ['event source', 'web socket'])
      expect(servers.outcomesAt(paths)).toEqual({
        // The page cannot read the response, but the handler runs.
        'event source': 'ran',
        // Node hands upgrades to another listener, so the middleware does not see them.
        'web socket': { methods: [], sites: [], statuses: [], ran: false },
      })
      const judged = upgrades.get(paths.get('web socket'))
      expect(judged).toBe(place.server === 'allowed' ? 'welcomed' : 'refused')
    })
  })
}
