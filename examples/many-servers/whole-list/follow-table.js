import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { checkOrigins } from 'strict-cors'

/**
 * Keeps middleware up to date with the table customer_origin for as long as the program runs. The
 * whole list is in memory: a request needs no database, so it works while the database is down.
 *
 * @param middleware what `cors()` returned
 * @param connectionString as in postgres://user@host/database
 * @param report called with a text that says what is wrong with a row or with the connection
 * @param reloadEvery milliseconds. Notifications can get lost, for instance if the connection is
 *   cut without notice, so the list is also read now and then.
 * @param retryAfter milliseconds
 * @returns a promise that resolves when the list is in force for the first time
 */
export function followTable(
  middleware,
  { connectionString, report, reloadEvery = 60_000, retryAfter = 1_000 },
) {
  return new Promise((loaded) => {
    follow()

    async function follow() {
      for (;;) {
        const client = new pg.Client({
          connectionString,
          connectionTimeoutMillis: 5_000,
          // A connection that died without notice is found at the next load.
          query_timeout: 10_000,
        })
        client.on('error', () => {})
        try {
          await client.connect()
          // Before the first load, so that no change in between is missed.
          await client.query('LISTEN customer_origin')
          for (;;) {
            const changed = nextChange(client, reloadEvery)
            await load(client)
            loaded()
            await changed
          }
        } catch (error) {
          report(`the allowlist stays as it was: ${error.message}`)
        }
        await client.end().catch(() => {})
        await sleep(retryAfter)
      }
    }

    async function load(client) {
      const { rows } = await client.query('SELECT origin FROM customer_origin')
      // update() refuses the whole list for one wrong row. Here the other rows must still count.
      const { origins, issues } = checkOrigins(
        rows.map(({ origin }) => origin),
        { credentials: true },
      )
      for (const { value, message, fix } of issues) report(`skipped ${value}: ${message} → ${fix}`)
      // An empty list is refused, since it usually is a mistake. Here it means nobody.
      middleware.update({ origin: origins.length > 0 ? origins : false, credentials: true })
    }
  })
}

/**
 * Waits for a notification or for the time. One load is enough for all that came during the last.
 */
function nextChange(client, milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    client.once('notification', done)
    client.once('end', done)

    function done() {
      clearTimeout(timer)
      client.off('notification', done)
      client.off('end', done)
      resolve()
    }
  })
}
