import express, { type RequestHandler, type Router } from 'express'
import cors, { createPolicy, type Decision } from '../../../src/index.js'
import type { Engine } from '../drivers/real-browser.js'
import { startApp } from '../express/start-app.js'
import { PAGE } from '../pages/page.js'
import type { PagePorts } from '../pages/page-servers.js'
import type { Combination } from './combination.js'
import { POLICY_NAMES, policyOptions } from './policies.js'

/** Who asks the application. */
export type Party = Engine | 'model'

export interface MatrixApp {
  /** Its origin. */
  readonly url: string
  /** Where a party asks for a combination. */
  urlOf(combination: Combination, party: Party): string
  /** The engine's decisions on the requests that came in, in order. */
  decisionsOn(combination: Combination, party: Party): readonly Decision[]
  close(): Promise<void>
}

/** An Express 5 application that has every policy mounted, and in front of each the bare engine. */
export async function startMatrixApp(ports: PagePorts): Promise<MatrixApp> {
  const decisions = new Map<string, Decision[]>()
  const app = express()
  // Else the default error handler writes the deliberate errors to stderr.
  app.set('env', 'test')
  app.get('/page', (_req, res) => {
    res.send(PAGE)
  })
  for (const name of POLICY_NAMES) {
    const policy = createPolicy(policyOptions(name, ports))
    app.use(`/${name}`, async (req, _res, next) => {
      const key = keyOf(String(req.query.number), String(req.query.by))
      const decided = decisions.get(key) ?? []
      decisions.set(key, [...decided, await policy.evaluate(req)])
      next()
    })
    app.use(`/${name}`, cors(policyOptions(name, ports)))
    if (policy.options.preflightContinue) app.options(`/${name}/:route`, endPreflight)
    app.use(`/${name}`, createRoutes())
  }
  const { url, close } = await startApp(app)

  return {
    url,
    urlOf: ({ policy, route, number }, party) =>
      `${url}/${policy}/${route}?number=${number}&by=${party}`,
    decisionsOn: ({ number }, party) => decisions.get(keyOf(number, party)) ?? [],
    close,
  }
}

function keyOf(number: number | string, party: string): string {
  return `${party} ${number}`
}

const endPreflight: RequestHandler = (req, res, next) => {
  if (req.get('access-control-request-method') === undefined) next()
  else res.sendStatus(200)
}

/** `/missing` is not among them, so Express responds with 404. */
function createRoutes(): Router {
  const routes = express.Router()
  routes.all('/ok', (req, res) => {
    res.set({ 'X-Total': '7', 'X-Other': '8' }).json({ method: req.method })
  })
  routes.all('/empty', (_req, res) => {
    res.sendStatus(204)
  })
  routes.all('/broken', async () => {
    throw new Error('broken')
  })
  routes.all('/moved', (req, res) => {
    res.redirect(`ok?number=${req.query.number}&by=${req.query.by}`)
  })
  routes.get('/image.svg', (_req, res) => {
    res.type('svg').send('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
  })
  routes.get('/module.js', (_req, res) => {
    res.type('js').send('export {}')
  })
  routes.get('/events', (_req, res) => {
    res.type('text/event-stream').send('data: event\n\n')
  })
  return routes
}
