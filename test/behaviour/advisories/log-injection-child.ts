import express from 'express'
import cors from '../../../src/index.js'
import { serve } from '../../unit/connect/serve.js'
import { startHttp1 } from '../servers/servers.js'
import { FORGED_ON_THE_WIRE, HOSTILE_REQUESTS, ORIGIN } from './hostile-requests.js'

const middleware = cors({ origin: ORIGIN, methods: 'PUT' })
for (const [, request] of HOSTILE_REQUESTS) {
  const { res } = await serve(middleware, { ...request, url: `/${FORGED_ON_THE_WIRE}\n` })
  res.emit('close')
}

const server = await startHttp1(express().use(middleware))
await server.send({ headers: [['Origin', FORGED_ON_THE_WIRE]] })
await server.send({
  method: 'OPTIONS',
  headers: [
    ['Origin', ORIGIN],
    ['Access-Control-Request-Method', FORGED_ON_THE_WIRE],
  ],
})
await server.send({
  method: 'OPTIONS',
  headers: [
    ['Origin', ORIGIN],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', FORGED_ON_THE_WIRE],
  ],
})
await server.close()
