import { createServer } from 'node:http'
import { createApi } from './api.js'
import { policiesFor } from './policies.js'

const { API_PORT, PAGE_ORIGIN } = process.env

const api = createApi(policiesFor(PAGE_ORIGIN), ({ denial }, req) => {
  if (denial) console.log(`${req.method} ${req.path}: ${denial.message}`)
})
// server.js waits for the message.
createServer(api).listen(Number(API_PORT), '127.0.0.1', () => process.send('listening'))
