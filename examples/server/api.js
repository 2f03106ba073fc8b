import express from 'express'
import cors from 'strict-cors'

/**
 * The API. It has a policy for the orders and everything below them, one for news, one for reports.
 */
export function createApi(policies, onDecision) {
  const api = express()

  api
    .route('/news')
    .all(cors({ ...policies.news, onDecision }))
    .get((_req, res) => {
      res.json({ headline: 'Everybody may read this' })
    })

  api
    .route('/reports')
    .all(cors({ ...policies.reports, onDecision }))
    .get((_req, res) => {
      res.json({ turnover: 1234 })
    })

  api.use(cors({ ...policies.orders, onDecision }))
  // After CORS, so that the page can read the 400 for malformed JSON.
  api.use(express.json())

  api.get('/orders', (_req, res) => {
    res.set('X-Total-Count', '2').json([
      { id: 1, item: 'Teapot' },
      { id: 2, item: 'Cup' },
    ])
  })
  api
    .route('/orders/1')
    .put((req, res) => {
      res.json({ id: 1, ...req.body })
    })
    .delete((_req, res) => {
      res.sendStatus(204)
    })

  api.get('/visits', (req, res) => {
    const [, visits = '0'] = /(?:^|; )visits=(\d{1,9})(?:;|$)/.exec(req.headers.cookie ?? '') ?? []
    const count = Number(visits) + 1
    res.cookie('visits', count, { httpOnly: true, sameSite: 'lax' }).json({ visits: count })
  })

  api.get('/failure', () => {
    throw new Error('The warehouse does not respond')
  })
  // Express tells an error handler by its four parameters.
  api.use((error, _req, res, _next) => {
    res.status(error.status ?? 500).json({ error: error.message })
  })

  return api
}
