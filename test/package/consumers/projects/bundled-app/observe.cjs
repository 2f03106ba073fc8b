/** Prints what a server does, and which options are refused. What the program imports is passed in. */
module.exports = function observe({ createServer, cors, createPolicy }) {
  const middleware = cors({
    origin: ['https://*.example.org', /^https:\/\/[a-z]+\.example\.com$/],
    credentials: true,
  })
  const server = createServer((req, res) => {
    res.setHeader('Vary', 'Accept')
    middleware(req, res, () => res.end())
  })
  server.listen(0, '127.0.0.1', async () => {
    const url = `http://127.0.0.1:${server.address().port}`
    const { headers } = await fetch(url, { headers: { Origin: 'https://app.example.com' } })
    console.log(
      JSON.stringify({
        vary: headers.get('vary'),
        allowed: headers.get('access-control-allow-origin'),
        openSuffix: codesOf({ origin: 'https://*.github.io', credentials: true }),
        openExpression: codesOf({ origin: /^https:\/\/app\.example\.com/, credentials: true }),
        misspelt: codesOf({ orgin: 'https://app.example.com' }),
      }),
    )
    server.close()
  })

  function codesOf(options) {
    try {
      createPolicy(options)
      return []
    } catch (error) {
      return error.issues.map(({ code }) => code)
    }
  }
}
