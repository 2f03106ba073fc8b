import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import cors, { type CorsSource } from '../../../src/index.js'
import { startHttp1 } from './servers.js'
import { type SeenResponse, seen, type WireRequest } from './wire.js'

const REQUESTS = 500

const origins = Array.from({ length: REQUESTS }, (_, index) => `https://tenant-${index}.test`)

/** Every third is a stranger. */
const isTenant = (origin: string) => !/[0369]$/.test(origin.slice(0, -'.test'.length))

/** Answers come in another order than the questions. */
async function slowly<T>(origin: string, answer: T): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, (Number(origin.match(/\d+/)) * 7) % 20))
  return answer
}

/** Every other request is a preflight. */
function requestOf(origin: string, index: number): WireRequest {
  if (index % 2 === 0) return { headers: [['Origin', origin]] }
  return {
    method: 'OPTIONS',
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', `x-of-${index}`],
    ],
  }
}

function responseTo(origin: string, index: number): SeenResponse {
  const permission = isTenant(origin) ? { 'access-control-allow-origin': origin } : {}
  if (index % 2 === 0) {
    const headers = { ...permission, vary: 'Origin', 'content-length': '3' }
    return { status: 200, headers, body: 'app' }
  }
  const granted = isTenant(origin)
    ? { 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': `x-of-${index}` }
    : {}
  const vary = 'Origin, Access-Control-Request-Headers'
  return { status: 204, headers: { ...permission, ...granted, vary }, body: '' }
}

const SOURCES: readonly (readonly [what: string, source: CorsSource])[] = [
  [
    'an origin function that promises',
    { origin: (origin) => slowly(origin, isTenant(origin)), methods: 'PUT' },
  ],
  [
    'an origin function that calls back with a rule',
    {
      origin: (origin, callback) => {
        slowly(origin, isTenant(origin) && origin).then((answer) => callback(null, answer))
      },
      methods: 'PUT',
    },
  ],
  [
    'options that are chosen per request',
    ({ headers: { origin = '' } }) =>
      slowly(origin, { origin: isTenant(origin) ? origin : 'https://nobody.test', methods: 'PUT' }),
  ],
]

describe(`${REQUESTS} requests of different origins at once`, () => {
  it.each(SOURCES)(
    'each get their own response from %s',
    async (_what, source) => {
      const app = express().use(cors(source))
      app.get('/', (_req, res) => {
        res.send('app')
      })
      const server = await startHttp1(app)
      onTestFinished(() => server.close())
      const responses = await Promise.all(
        origins.map((origin, index) => server.send(requestOf(origin, index))),
      )
      expect(responses.map(seen)).toEqual(origins.map(responseTo))
    },
    30_000,
  )
})
