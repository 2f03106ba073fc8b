import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createPostgres, type Postgres } from '../postgres.js'
import { type Program, startProgram } from '../program.js'
import { ask, askEach, keepAsking } from './ask.js'

const SHARED = ['shared', 'shared']
const DENIED = ['allow-origin-missing', 'allow-origin-missing']
const WAIT = { timeout: 10_000 }

describe('two servers with the whole allowlist in memory', () => {
  let database: Postgres
  let servers: Program[]
  beforeAll(async () => {
    database = await createPostgres(
      new URL('../../../examples/many-servers/schema.sql', import.meta.url),
    )
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

  const start = (environment: Readonly<Record<string, string>> = {}) =>
    startProgram('many-servers/whole-list/server.js', {
      DATABASE_URL: database.connectionString,
      ...environment,
    })
  const add = (origin: string) =>
    database.query("INSERT INTO customer_origin VALUES ($1, 'a customer')", [origin])
  const remove = (origin: string) =>
    database.query('DELETE FROM customer_origin WHERE origin = $1', [origin])

  it('let a new customer in, both of them', async () => {
    expect(await askEach(servers, 'https://second.example')).toEqual(DENIED)
    await add('https://second.example')
    await expect.poll(() => askEach(servers, 'https://second.example'), WAIT).toEqual(SHARED)
  })

  it('shut a removed customer out, and allow nobody when the table is empty', async () => {
    await remove('https://first.example')
    await expect.poll(() => askEach(servers, 'https://first.example'), WAIT).toEqual(DENIED)
  })

  it('skip a malformed row, say so, and take over all others', async () => {
    await database.query(
      "INSERT INTO customer_origin VALUES ('https://slash.example/', 'a'), ('https://right.example', 'b')",
    )
    await expect.poll(() => askEach(servers, 'https://right.example'), WAIT).toEqual(SHARED)
    expect(await askEach(servers, 'https://slash.example')).toEqual(DENIED)
    for (const server of servers) {
      expect(server.complaints()).toContain(
        'skipped https://slash.example/: an origin has no path, not even a slash at its end → "https://slash.example"\n',
      )
    }
  })

  it('go on as they were while the database is down for ten seconds, and catch up', async () => {
    const customer = keepAsking(servers, 'https://first.example')
    const stranger = keepAsking(servers, 'https://evil.example')
    await database.stop()
    await sleep(10_000)
    await database.start()
    await add('https://second.example')
    await expect.poll(() => askEach(servers, 'https://second.example'), WAIT).toEqual(SHARED)
    expect((await customer.stop()).answers).toEqual(['shared'])
    expect((await stranger.stop()).answers).toEqual(['allow-origin-missing'])
    expect(servers[0]?.complaints()).toContain('the allowlist stays as it was: ')
  })

  it('find a change that no notification told them about', async () => {
    const server = await start({ RELOAD_EVERY: '200' })
    onTestFinished(() => server.stop())
    await database.query('ALTER TABLE customer_origin DISABLE TRIGGER customer_origin_changed')
    await add('https://untold.example')
    await database.query('ALTER TABLE customer_origin ENABLE TRIGGER customer_origin_changed')
    await expect.poll(() => ask(server, 'https://untold.example'), WAIT).toBe('shared')
  })

  it('hold 100,000 origins, and take over a change of one', async () => {
    await database.query(
      "INSERT INTO customer_origin SELECT 'https://c' || n || '.example', 'many' FROM generate_series(1, 100000) n",
    )
    await expect.poll(() => askEach(servers, 'https://c100000.example'), WAIT).toEqual(SHARED)
    await remove('https://c5.example')
    await expect.poll(() => askEach(servers, 'https://c5.example'), WAIT).toEqual(DENIED)
    expect(await askEach(servers, 'https://c99999.example')).toEqual(SHARED)
  })
})
