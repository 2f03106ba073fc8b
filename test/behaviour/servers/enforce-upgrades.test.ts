import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import cors, { createPolicy, type OriginOption } from '../../../src/index.js'
import { portOf } from '../../support/port-of.js'

const APP = 'https://app.example.com'
const STRANGER = 'https://evil.test'

const ORIGINS: readonly (readonly [what: string, origin: OriginOption])[] = [
  ['a list', [APP]],
  ['a function', async (origin) => origin === APP],
]

/**
 * Serves WebSockets of an app with `enforce`, whose origins `askOrigin` judges or nobody.
 * @returns what a page of each origin gets, and what the middleware and its handlers have seen
 */
async function serve(origin: OriginOption, judges: boolean) {
  const policy = createPolicy({ origin, enforce: true })
  const seen: (string | undefined)[] = []
  const app = express().use((req, _res, next) => {
    seen.push(req.method)
    next()
  }, cors(policy))
  const server = createServer(app)
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', async (req, socket, head) => {
    if (judges && !(await policy.askOrigin(req.headers.origin))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(req, socket, head, (opened) => opened.send('welcome'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate()
    server.close()
  })
  const url = `ws://127.0.0.1:${portOf(server)}`

  async function open(from: string): Promise<string> {
    const socket = new WebSocket(url, { origin: from })
    return new Promise((resolve) => {
      socket.once('message', (data) => {
        resolve(String(data))
        socket.terminate()
      })
      socket.once('error', ({ message }) => resolve(message))
    })
  }
  return { open, seen }
}

describe.each(ORIGINS)('the upgrade to a WebSocket under enforce, with %s', (_what, origin) => {
  it('is not seen by the middleware, so a stranger gets one', async () => {
    const { open, seen } = await serve(origin, false)
    expect([await open(APP), await open(STRANGER), seen]).toEqual(['welcome', 'welcome', []])
  })

  it('is judged by askOrigin() of the same policy', async () => {
    const { open } = await serve(origin, true)
    expect([await open(APP), await open(STRANGER), await open('null')]).toEqual([
      'welcome',
      'Unexpected server response: 403',
      'Unexpected server response: 403',
    ])
  })
})
