import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { portOf } from '../../support/port-of.js'
import { certificate } from '../../unit/browser/transport/localhost-certificate.js'

export const SCHEMES = ['http', 'https'] as const
export type Scheme = (typeof SCHEMES)[number]

/** One app, served both ways. */
export interface Listening {
  /** The servers, and the port that each has on every address of this machine. */
  readonly servers: readonly Server[]
  readonly ports: Readonly<Record<Scheme, number>>
  close(): Promise<void>
}

export async function listen(app: RequestListener): Promise<Listening> {
  const http = createServer(app)
  const https = createTlsServer(certificate, app)
  return {
    servers: [http, https],
    ports: { http: await start(http), https: await start(https) },
    async close() {
      await Promise.all([stop(http), stop(https)])
    },
  }
}

async function start(server: Server): Promise<number> {
  server.listen(0, '::')
  await once(server, 'listening')
  return portOf(server)
}

async function stop(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
