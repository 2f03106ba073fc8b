import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'

const PAGE = `<!doctype html><title>page</title><body><script>${readFileSync(
  new URL('client.js', import.meta.url),
  'utf8',
)}</script>`

/** Responds to every request with a page that can send writes; `/no-referrer` has that policy. */
export const servePage: RequestListener = (req, res) => {
  if (req.url === '/no-referrer') res.setHeader('Referrer-Policy', 'no-referrer')
  res.setHeader('Content-Type', 'text/html')
  res.end(PAGE)
}
