import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import express from 'express'
import { createPage } from 'strict-cors/testing'
import { createApi } from './api.js'
import { TRIES } from './tries.js'

/** Serves the page, and what it cannot find out by itself, such as why a request is blocked. */
export function createPageServer({ apiOrigin, pageOrigin, policies, log }) {
  const server = express()
  server.use(express.static(fileURLToPath(new URL('page', import.meta.url))))

  server.get('/setup', (_req, res) => {
    res.json({
      apiOrigin,
      pageOrigin,
      tries: TRIES.map((tried) => ({ ...tried, code: codeOf(apiOrigin + tried.path, tried.init) })),
      policies: Object.entries(policies).map(([name, options]) => ({
        name,
        code: `cors(${inspect(options)})`,
      })),
    })
  })

  server.get('/decisions/:mark', (req, res) => {
    res.json(log.find(req.params.mark))
  })

  // An API of its own, so that these requests are not in the log.
  const silentApi = createApi(policies, () => {})
  server.get('/verdicts/:id', async (req, res) => {
    const tried = TRIES.find(({ id }) => id === req.params.id)
    if (tried === undefined) {
      res.sendStatus(404)
      return
    }
    const page = createPage(silentApi, { origin: `http://${req.headers.host}` })
    const { outcome, code, message } = await page.check(apiOrigin + tried.path, tried.init)
    await page.close()
    res.json({ outcome, code, message })
  })

  return server
}

function codeOf(url, init) {
  const options = Object.keys(init).length > 0 ? `, ${inspect(init)}` : ''
  return `fetch('${url}'${options})`
}
