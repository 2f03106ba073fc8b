import express from 'express'
import cors from '../../../src/index.js'
import type { Outcome } from './kinds.js'
import { servePage } from './page.js'

/** What has arrived at a path. */
interface Trace {
  readonly methods: string[]
  readonly sites: (string | undefined)[]
  readonly statuses: number[]
  ran: boolean
}

/** By what is sent, the path that it is sent to. */
export type Paths = ReadonlyMap<string, string>

export interface EnforcingApp {
  readonly app: express.Express
  /** A path that nothing has been sent to. */
  newPath(): string
  /** What has become of each write so far; if that is no `Outcome`, what has arrived. */
  outcomesAt(paths: Paths): Readonly<{ [kind: string]: Outcome | Trace }>
  /** Every `Sec-Fetch-Site` that has arrived. */
  sitesAt(paths: Paths): ReadonlySet<string | undefined>
}

/** An app as users write it, with pages of its own at `/` and `/no-referrer`. */
export function createEnforcingApp(allowed: readonly string[]): EnforcingApp {
  const traces = new Map<string, Trace>()

  function traceAt(path: string): Trace {
    const trace = traces.get(path) ?? { methods: [], sites: [], statuses: [], ran: false }
    traces.set(path, trace)
    return trace
  }

  const app = express().set('env', 'test')
  app.get(['/', '/no-referrer'], servePage)
  app.use((req, res, next) => {
    const { methods, sites, statuses } = traceAt(req.path)
    methods.push(req.method)
    sites.push(req.get('sec-fetch-site'))
    res.on('finish', () => statuses.push(res.statusCode))
    next()
  })
  const middleware = cors({
    origin: [...allowed],
    credentials: true,
    enforce: true,
    // The pages on the network have no certificate.
    dangerouslyAllow: ['insecure-origin'],
  })
  app.use(middleware)
  app.use(express.text(), express.json(), express.urlencoded({ extended: false }))
  app.all('/orders/:id', (req, res) => {
    traceAt(req.path).ran = true
    res.type('text/event-stream').send('data: done\n\n')
  })

  let paths = 0
  return {
    app,
    newPath: () => `/orders/${paths++}`,
    outcomesAt: (asked) =>
      Object.fromEntries(Array.from(asked, ([kind, path]) => [kind, outcomeOf(traceAt(path))])),
    sitesAt: (asked) => new Set([...asked.values()].flatMap((path) => traceAt(path).sites)),
  }
}

function outcomeOf(trace: Trace): Outcome | Trace {
  const { methods, statuses, ran } = trace
  const status = statuses.at(-1)
  if (ran && status === 200) return 'ran'
  if (!ran && status === 403) return 'rejected'
  return methods.join() === 'OPTIONS' && status === 204 ? 'stopped' : trace
}
