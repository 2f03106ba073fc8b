import { createServer } from 'node:http'
import cors, { createPolicy } from 'strict-cors'
import observe from './observe.cjs'

observe({ createServer, cors, createPolicy })
