import { LRUCache } from 'lru-cache'

/**
 * Makes an origin function that asks the table customer_origin and remembers the answers. Good for
 * lists that do not fit into memory, or that other programs change.
 *
 * The origin is validated before the function is called, so it is a safe key, of 300 bytes at most.
 *
 * @param database a `pg.Pool`
 * @param rememberAllowed milliseconds until a customer is looked up again. A removed customer may
 *   be let in for this long
 * @param rememberDenied milliseconds. A new customer may have to wait for this long
 * @param outage milliseconds that a customer is still let in while the database cannot be asked
 */
export function createCustomerOrigins(
  database,
  { rememberAllowed = 30_000, rememberDenied = 1_000, outage = 3_600_000 } = {},
) {
  // Two caches, so that the endless origins of strangers cannot push a customer out.
  const strangers = new LRUCache({ max: 1_000, ttl: rememberDenied })
  const customers = new LRUCache({
    max: 100_000,
    ttl: rememberAllowed,
    // fetch() asks once for an origin, however many requests wait for the answer.
    async fetchMethod(origin, known, { options }) {
      try {
        const { rowCount } = await database.query(
          'SELECT 1 FROM customer_origin WHERE origin = $1',
          [origin],
        )
        return { allowed: rowCount > 0, asked: Date.now() }
      } catch (error) {
        // Without the database, only those who were customers when it last answered are let in.
        // Everybody else gets an error, which goes to next() and is not remembered.
        if (known === undefined || Date.now() - known.asked > outage) throw error
        options.ttl = rememberDenied
        return known
      }
    },
  })

  return async function isCustomer(origin) {
    if (strangers.has(origin)) return false
    const { allowed } = await customers.fetch(origin)
    if (!allowed) {
      customers.delete(origin)
      strangers.set(origin, true)
    }
    return allowed
  }
}
