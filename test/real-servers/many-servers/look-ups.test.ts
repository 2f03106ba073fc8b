import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createCustomerOrigins } from '../../../examples/many-servers/look-ups/customer-origins.js'
import { createPostgres, type Postgres } from '../postgres.js'
import { type Program, startProgram } from '../program.js'
import { askEach, keepAsking } from './ask.js'

const SHARED = ['shared', 'shared']
const DENIED = ['allow-origin-missing', 'allow-origin-missing']
const WAIT = { timeout: 10_000 }
const MEBIBYTE = 2 ** 20

describe('two servers that look origins up', () => {
  let database: Postgres
  let servers: Program[]
  beforeAll(async () => {
    database = await createPostgres(
      new URL('../../../examples/many-servers/schema.sql', import.meta.url),
    )
    const environment = { DATABASE_URL: database.connectionString, REMEMBER_ALLOWED: '500' }
    const start = () => startProgram('many-servers/look-ups/server.js', environment)
    servers = await Promise.all([start(), start()])
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await database.remove()
  })
  beforeEach(async () => {
    await database.query('DELETE FROM customer_origin')
    await add('https://first.example')
    await expect.poll(() => askEach(servers, 'https://first.example'), WAIT).toEqual(SHARED)
  })

  const add = (origin: string) =>
    database.query("INSERT INTO customer_origin VALUES ($1, 'a customer')", [origin])
  const remove = (origin: string) =>
    database.query('DELETE FROM customer_origin WHERE origin = $1', [origin])

  it('let a new customer in, also one that they have just denied', async () => {
    expect(await askEach(servers, 'https://second.example')).toEqual(DENIED)
    await add('https://second.example')
    await expect.poll(() => askEach(servers, 'https://second.example'), WAIT).toEqual(SHARED)
  })

  it('shut a removed customer out, also when the database goes down afterwards', async () => {
    await remove('https://first.example')
    await expect.poll(() => askEach(servers, 'https://first.example'), WAIT).toEqual(DENIED)
    await database.stop()
    onTestFinished(() => database.start())
    // Longer than an allowed one is remembered.
    await sleep(1_500)
    expect(await askEach(servers, 'https://first.example')).toEqual(DENIED)
  })

  it('are not misled by a malformed row', async () => {
    await add('https://slash.example/')
    expect(await askEach(servers, 'https://slash.example')).toEqual(DENIED)
    expect(await askEach(servers, 'https://first.example')).toEqual(SHARED)
  })

  it('let customers in, and nobody else, while the database is down for ten seconds', async () => {
    const customer = keepAsking(servers, 'https://first.example')
    const stranger = keepAsking(servers, 'https://evil.example')
    await database.stop()
    await sleep(10_000)
    const status = await fetch(`${servers[0]?.url}/orders`, {
      headers: { origin: 'https://new.example' },
    })
    expect([status.status, status.headers.get('access-control-allow-origin')]).toEqual([503, null])
    await database.start()
    await add('https://second.example')
    await expect.poll(() => askEach(servers, 'https://second.example'), WAIT).toEqual(SHARED)
    expect((await customer.stop()).answers).toEqual(['shared'])
    expect((await stranger.stop()).answers).toEqual(['allow-origin-missing'])
  })

  it('survive 10,000 strangers, and know their customers still', async () => {
    const [server] = servers
    if (server === undefined) throw new Error('no server has started')
    const before = await server.memory()
    const statuses = new Set<string>()
    for (let from = 0; from < 10_000; from += 100) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          allowOriginFor(server, `https://s${from + n}.example`),
        ),
      )
      for (const answer of answers) statuses.add(answer)
    }
    expect([...statuses]).toEqual(['200 null'])
    expect((await server.memory()) - before).toBeLessThan(64 * MEBIBYTE)
    await database.stop()
    onTestFinished(() => database.start())
    await sleep(1_000)
    expect(await askEach([server], 'https://first.example')).toEqual(['shared'])
  })

  it('ask once for an origin, however many requests wait for the answer', async () => {
    const pool = new pg.Pool({ connectionString: database.connectionString })
    onTestFinished(() => pool.end())
    let queries = 0
    const counting = {
      query(text: string, values: readonly string[]) {
        queries += 1
        return pool.query(text, [...values])
      },
    }
    const isCustomer = createCustomerOrigins(counting)
    const ask = () => isCustomer('https://first.example')
    expect(new Set(await Promise.all(Array.from({ length: 100 }, ask)))).toEqual(new Set([true]))
    expect(queries).toBe(1)
  })
})

async function allowOriginFor({ url }: Program, origin: string): Promise<string> {
  const { status, headers } = await fetch(`${url}/orders`, { headers: { origin } })
  return `${status} ${headers.get('access-control-allow-origin')}`
}
