import middie from '@fastify/middie'
import { printExchanges } from 'exchange'
import fastify from 'fastify'
import cors from 'strict-cors'

const app = fastify()
await app.register(middie)
app.use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
app.get('/', async () => 'hello')
await app.listen({ port: 0, host: '127.0.0.1' })

await printExchanges(app.server)
await app.close()
