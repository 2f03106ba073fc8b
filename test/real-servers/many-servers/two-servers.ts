import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { createPostgres, type Postgres } from '../postgres.js'
import { type Program, startProgram } from '../program.js'
import { askEach } from './ask.js'

/** What a page gets from both servers. */
export const SHARED = ['shared', 'shared']
export const DENIED = ['allow-origin-missing', 'allow-origin-missing']
/** How long to wait until the servers know of a change. */
export const WAIT = { timeout: 10_000 }

const SCHEMA = new URL('../../../examples/many-servers/schema.sql', import.meta.url)

type Environment = Readonly<Record<string, string>>

/** Two servers of an example on one database, which knows one customer before each test. */
export interface TwoServers {
  readonly servers: readonly Program[]
  readonly database: Postgres
  /** Starts one more, with more in its environment. */
  start(environment: Environment): Promise<Program>
  add(origin: string): Promise<unknown>
  remove(origin: string): Promise<unknown>
}

/**
 * Starts them before the tests of a suite, and stops them after.
 * @param example the program, by its path in `examples/`
 */
export function useTwoServers(example: string, environment: Environment = {}): TwoServers {
  let database: Postgres
  let servers: readonly Program[]
  const start = (more: Environment = {}) =>
    startProgram(example, {
      DATABASE_URL: database.connectionString,
      ...environment,
      ...more,
    })
  const add = (origin: string) =>
    database.query("INSERT INTO customer_origin VALUES ($1, 'a customer')", [origin])
  const remove = (origin: string) =>
    database.query('DELETE FROM customer_origin WHERE origin = $1', [origin])

  beforeAll(async () => {
    database = await createPostgres(SCHEMA)
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

  return {
    get servers() {
      return servers
    },
    get database() {
      return database
    },
    start,
    add,
    remove,
  }
}
