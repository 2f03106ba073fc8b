import { execFile } from 'node:child_process'
import { chmod, chown, readdir, readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { findFreePort } from '../support/find-free-port.js'
import { requireExecutable } from '../support/require-executable.js'
import { createTemporaryDirectory } from '../support/temporary-directory.js'

const run = promisify(execFile)

/** A PostgreSQL server with a database of its own. */
export interface Postgres {
  readonly connectionString: string
  /** Runs statements as an administrator would, on a connection of their own. */
  query(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  /** Cuts every connection, as a crash does. */
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** Makes a new database cluster in a temporary directory, starts it, and runs the schema. */
export async function createPostgres(schemaFile: URL): Promise<Postgres> {
  const pgCtl = requireExecutable(await findProgram('pg_ctl'), 'postgresql')
  const directory = await createTemporaryDirectory()
  await giveAway(directory.path)
  const data = join(directory.path, 'data')
  const port = await findFreePort()
  const connectionString = `postgres://postgres@127.0.0.1:${port}/postgres`

  async function asPostgres(...args: readonly string[]): Promise<void> {
    // PostgreSQL refuses to run as root.
    await (isRoot()
      ? run('runuser', ['-u', 'postgres', '--', pgCtl, ...args], { cwd: directory.path })
      : run(pgCtl, [...args], { cwd: directory.path }))
  }

  async function query(sql: string, values: readonly unknown[] = []) {
    const client = new pg.Client({ connectionString })
    await client.connect()
    try {
      return await client.query(sql, [...values])
    } finally {
      await client.end()
    }
  }

  const start = () =>
    asPostgres(
      ...['start', '--wait', '--silent', '-D', data, '-l', join(directory.path, 'log')],
      ...['-o', `-p ${port} -h 127.0.0.1 -k ${directory.path} -c fsync=off`],
    )
  const stop = () => asPostgres('stop', '--wait', '--silent', '-D', data, '-m', 'immediate')

  await asPostgres('initdb', '--silent', '-D', data, '-o', '-A trust -U postgres --no-sync')
  await start()
  await query(await readFile(schemaFile, 'utf8'))
  return {
    connectionString,
    query,
    stop,
    start,
    async remove() {
      await stop()
      await directory.remove()
    },
  }
}

/** Debian keeps the programs of each version of PostgreSQL apart. */
async function findProgram(name: string): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.map(Number).sort((a, b) => b - a)[0]
  return `/usr/lib/postgresql/${newest ?? 'none'}/bin/${name}`
}

function isRoot(): boolean {
  return userInfo().uid === 0
}

async function giveAway(path: string): Promise<void> {
  if (!isRoot()) return
  const { stdout } = await run('id', ['-u', 'postgres'])
  await chmod(path, 0o700)
  await chown(path, Number(stdout), Number(stdout))
}
