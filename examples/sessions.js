import express from 'express'
import session from 'express-session'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

const production = process.env.NODE_ENV === 'production'

const app = express()
// Behind a proxy that ends TLS, Express learns from it that the request came over https. Without
// this, express-session sends no cookie that is Secure.
app.set('trust proxy', 1)
// Before the session, so that a preflight, which has no cookie, does not make one.
app.use(cors({ origin: ['https://app.example.com', 'http://localhost:*'], credentials: true }))
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? 'for development only',
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      // A page on another site, as app.example.com is to api.example.net, needs SameSite=None, which
      // browsers accept only with Secure. On one site, as app.example.com and api.example.com are,
      // 'lax' is enough and safer. Two ports of localhost are one site.
      ...(production ? { sameSite: 'none', secure: true } : { sameSite: 'lax' }),
    },
  }),
)
app.post('/login', (req, res) => {
  req.session.user = 'ada'
  res.json({ user: 'ada' })
})
app.get('/me', (req, res) => {
  res.json({ user: req.session.user ?? 'nobody' })
})

const page = createPage(app, { origin: 'https://app.example.com' })
// What the proxy sends with a request that came over https.
const headers = { 'x-forwarded-proto': 'https' }
await page.check('/login', { method: 'POST', headers, credentials: 'include' })
for (const credentials of ['include', 'same-origin']) {
  const verdict = await page.check('/me', { headers, credentials })
  // Without credentials: 'include', fetch() sends no cookie to another origin.
  console.log(`credentials: '${credentials}': ${verdict.response?.body ?? verdict}`)
}
await page.close()
