import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ask, askEach, keepAsking } from './ask.js'
import { DENIED, SHARED, useTwoServers, WAIT } from './two-servers.js'

describe('two servers with the whole allowlist in memory', () => {
  const two = useTwoServers('many-servers/whole-list/server.js')

  it('let a new customer in, both of them', async () => {
    expect(await askEach(two.servers, 'https://second.example')).toEqual(DENIED)
    await two.add('https://second.example')
    await expect.poll(() => askEach(two.servers, 'https://second.example'), WAIT).toEqual(SHARED)
  })

  it('shut a removed customer out, and allow nobody when the table is empty', async () => {
    await two.remove('https://first.example')
    await expect.poll(() => askEach(two.servers, 'https://first.example'), WAIT).toEqual(DENIED)
  })

  it('skip a malformed row, say so, and take over all others', async () => {
    await two.database.query(
      "INSERT INTO customer_origin VALUES ('https://slash.example/', 'a'), ('https://right.example', 'b')",
    )
    await expect.poll(() => askEach(two.servers, 'https://right.example'), WAIT).toEqual(SHARED)
    expect(await askEach(two.servers, 'https://slash.example')).toEqual(DENIED)
    for (const server of two.servers) {
      expect(server.complaints()).toContain(
        'skipped https://slash.example/: an origin has no path, not even a slash at its end → "https://slash.example"\n',
      )
    }
  })

  it('go on as they were while the database is down for ten seconds, and catch up', async () => {
    const customer = keepAsking(two.servers, 'https://first.example')
    const stranger = keepAsking(two.servers, 'https://evil.example')
    await two.database.stop()
    await sleep(10_000)
    await two.database.start()
    await two.add('https://second.example')
    await expect.poll(() => askEach(two.servers, 'https://second.example'), WAIT).toEqual(SHARED)
    expect((await customer.stop()).outcomes).toEqual(['shared'])
    expect((await stranger.stop()).outcomes).toEqual(['allow-origin-missing'])
    expect(two.servers[0]?.complaints()).toContain('the allowlist stays as it was: ')
  })

  it('find a change that no notification told them about', async () => {
    const server = await two.start({ RELOAD_EVERY: '200' })
    onTestFinished(() => server.stop())
    await two.database.query('ALTER TABLE customer_origin DISABLE TRIGGER customer_origin_changed')
    await two.add('https://untold.example')
    await two.database.query('ALTER TABLE customer_origin ENABLE TRIGGER customer_origin_changed')
    await expect.poll(() => ask(server, 'https://untold.example'), WAIT).toBe('shared')
  })

  it('hold 100,000 origins, and take over a change of one', async () => {
    await two.database.query(
      "INSERT INTO customer_origin SELECT 'https://c' || n || '.example', 'many' FROM generate_series(1, 100000) n",
    )
    await expect.poll(() => askEach(two.servers, 'https://c100000.example'), WAIT).toEqual(SHARED)
    await two.remove('https://c5.example')
    await expect.poll(() => askEach(two.servers, 'https://c5.example'), WAIT).toEqual(DENIED)
    expect(await askEach(two.servers, 'https://c99999.example')).toEqual(SHARED)
  })
})
