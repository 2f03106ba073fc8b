import middie from '@fastify/middie'
import fastify from 'fastify'
import { printResponses } from 'print-responses'
import cors from 'strict-cors'

const app = fastify()
await app.register(middie)
app.use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
app.get('/', async () => 'hello')
await app.listen({ port: 0, host: '127.0.0.1' })

await printResponses(app.server)
await app.close()
