import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCustomerOrigins } from '../../../examples/many-servers/look-ups/customer-origins.js'
import type { Program } from '../program.js'
import { askEach, keepAsking } from './ask.js'
import { DENIED, SHARED, useTwoServers, WAIT } from './two-servers.js'

const MEBIBYTE = 2 ** 20

describe('two servers that look origins up', () => {
  const two = useTwoServers('many-servers/look-ups/server.js', { REMEMBER_ALLOWED: '500' })

  it('let a new customer in, also one that they have just denied', async () => {
    expect(await askEach(two.servers, 'https://second.example')).toEqual(DENIED)
    await two.add('https://second.example')
    await expect.poll(() => askEach(two.servers, 'https://second.example'), WAIT).toEqual(SHARED)
  })

  it('shut a removed customer out, also when the database goes down afterwards', async () => {
    await two.remove('https://first.example')
    await expect.poll(() => askEach(two.servers, 'https://first.example'), WAIT).toEqual(DENIED)
    await two.database.stop()
    onTestFinished(() => two.database.start())
    // Longer than an allowed one is remembered.
    await sleep(1_500)
    expect(await askEach(two.servers, 'https://first.example')).toEqual(DENIED)
  })

  it('are not misled by a malformed row', async () => {
    await two.add('https://slash.example/')
    expect(await askEach(two.servers, 'https://slash.example')).toEqual(DENIED)
    expect(await askEach(two.servers, 'https://first.example')).toEqual(SHARED)
  })

  it('let customers in, and nobody else, while the database is down for ten seconds', async () => {
    const customer = keepAsking(two.servers, 'https://first.example')
    const stranger = keepAsking(two.servers, 'https://evil.example')
    await two.database.stop()
    await sleep(10_000)
    const status = await fetch(`${two.servers[0]?.url}/orders`, {
      headers: { origin: 'https://new.example' },
    })
    expect([status.status, status.headers.get('access-control-allow-origin')]).toEqual([503, null])
    await two.database.start()
    await two.add('https://second.example')
    await expect.poll(() => askEach(two.servers, 'https://second.example'), WAIT).toEqual(SHARED)
    expect((await customer.stop()).outcomes).toEqual(['shared'])
    expect((await stranger.stop()).outcomes).toEqual(['allow-origin-missing'])
  })

  it('survive 10,000 strangers, and know their customers still', async () => {
    const [server] = two.servers
    if (server === undefined) throw new Error('no server has started')
    const before = await server.memory()
    const statuses = new Set<string>()
    for (let from = 0; from < 10_000; from += 100) {
      const seen = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          allowOriginFor(server, `https://s${from + n}.example`),
        ),
      )
      for (const status of seen) statuses.add(status)
    }
    expect([...statuses]).toEqual(['200 null'])
    expect((await server.memory()) - before).toBeLessThan(64 * MEBIBYTE)
    await two.database.stop()
    onTestFinished(() => two.database.start())
    await sleep(1_000)
    expect(await askEach([server], 'https://first.example')).toEqual(['shared'])
  })

  it('ask once for an origin, however many requests wait for the answer', async () => {
    const pool = new pg.Pool({ connectionString: two.database.connectionString })
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
