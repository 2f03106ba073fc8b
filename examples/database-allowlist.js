import { PGlite } from '@electric-sql/pglite'
import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// PostgreSQL inside this process; the queries are the same with a server of its own.
const database = await PGlite.create()
await database.exec(`
  CREATE TABLE tenant (origin text PRIMARY KEY);
  INSERT INTO tenant VALUES ('https://first.example');
`)

// One way: ask the database on every request. Never out of date, at the price of a query.
async function isTenant(origin) {
  const { rows } = await database.query('SELECT 1 FROM tenant WHERE origin = $1', [origin])
  return rows.length > 0
}

// The other way: read the table once, and again after each change. Costs nothing per request.
async function readOptions() {
  const { rows } = await database.query('SELECT origin FROM tenant ORDER BY origin')
  const origins = rows.map(({ origin }) => origin)
  // An empty list is refused, since it is mostly a mistake. Here it means nobody.
  return { origin: origins.length === 0 ? false : origins, credentials: true }
}

const byTable = cors(await readOptions())

const app = express()
app.get('/asking', cors({ origin: isTenant, credentials: true }), (_req, res) => {
  res.send('orders')
})
app.get('/updated', byTable, (_req, res) => {
  res.send('orders')
})

const page = createPage(app, { origin: 'https://second.example' })

async function show(moment) {
  const asking = await page.check('/asking', { credentials: 'include' })
  const updated = await page.check('/updated', { credentials: 'include' })
  console.log(`${moment}: /asking ${asking.outcome}, /updated ${updated.outcome}`)
}

await show('before')

await database.exec("INSERT INTO tenant VALUES ('https://second.example')")
await show('inserted')

byTable.update(await readOptions())
await show('inserted and updated')

// No browser sends an origin with a slash. update() throws, and the policy stays as it was.
await database.exec("INSERT INTO tenant VALUES ('https://third.example/')")
try {
  byTable.update(await readOptions())
} catch (error) {
  console.log(String(error))
}
await show('wrong row')

await database.exec('DELETE FROM tenant')
byTable.update(await readOptions())
await show('deleted and updated')

await page.close()
await database.close()
