import type { Response } from 'supertest'

const CORS = /^(?:access-control-.*|vary)$/

/** The CORS headers and `Vary` of a response, by name in lower case. */
export function corsHeaders({ headers }: Response): Readonly<Record<string, string>> {
  const entries: [string, string][] = Object.entries(headers)
  return Object.fromEntries(entries.filter(([name]) => CORS.test(name)))
}
