import express, { type Express, type RequestHandler } from 'express'
import cors from '../../../src/index.js'

/**
 * Responses that a browser keeps: `/strict/*` with the middleware, and `/careless/*` written by
 * hand without `Vary`, which shows that the cache is used.
 */
export function createCacheableApp(origins: readonly string[]): Express {
  const app = express()
  app.use('/strict', cors({ origin: origins, credentials: true }))
  app.use('/careless', allowWithoutVary(origins))
  app.get('/:how/:name', (_req, res) => {
    res.set('Cache-Control', 'max-age=600').json({})
  })
  return app
}

function allowWithoutVary(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const origin = req.get('origin')
    if (origin !== undefined && origins.includes(origin)) {
      res.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
      })
    }
    next()
  }
}
