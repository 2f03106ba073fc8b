import express from 'express'
import cors from 'strict-cors'
import { followTable } from './follow-table.js'

const app = express()
// Nobody is allowed until the table has been read.
const byTable = cors({ origin: false })
app.use(byTable)
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})

await followTable(byTable, {
  connectionString: process.env.DATABASE_URL,
  report: (problem) => console.error(problem),
  reloadEvery: Number(process.env.RELOAD_EVERY ?? 60_000),
})

const server = app.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`http://localhost:${server.address().port}`)
})
