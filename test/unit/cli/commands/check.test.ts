import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { certificate } from '../../browser/transport/localhost-certificate.js'
import { PAGE, runCommand } from '../run-command.js'
import { closedPort, serve, serveBytes, serveWithTls } from '../servers.js'

const ORIGIN = ['--origin', PAGE]

/** Lets the page in by hand, with everything it asks for, and tells what it got. */
function mirror(): express.Express {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.use(express.text({ type: '*/*' }), (req, res, next) => {
    res.set({
      'Access-Control-Allow-Origin': req.get('origin'),
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': req.get('access-control-request-method') ?? 'GET',
      'Access-Control-Allow-Headers': req.get('access-control-request-headers') ?? 'x-a',
    })
    if (req.method === 'OPTIONS') res.sendStatus(204)
    else next()
  })
  app.use((req, res) => {
    const got = { method: req.method, headers: req.headers, body: req.body }
    res.set('X-Got', JSON.stringify(got)).end()
  })
  return app
}

interface Got {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What the server got from the command. */
async function received(...options: string[]): Promise<Got> {
  const url = await serve(mirror())
  const { stdout, status } = await runCommand(['check', url, ...ORIGIN, ...options])
  expect(status).toBe(0)
  const line = stdout.split('\n').find((one) => one.includes('X-Got: '))
  return JSON.parse(String(line?.split('X-Got: ')[1]))
}

describe('check', () => {
  it('tells what is wrong, what the console says, why, the fix, and what was sent', async () => {
    const app = express()
    app.disable('x-powered-by')
    app.use((req, res) => {
      res.sendDate = false
      res.set('Access-Control-Allow-Origin', '*').set('Access-Control-Allow-Methods', 'GET, POST')
      res.status(req.method === 'OPTIONS' ? 204 : 200).end()
    })
    const url = await serve(app)
    expect(await runCommand(['check', `${url}/orders`, ...ORIGIN, '-X', 'put'])).toEqual({
      status: 1,
      stderr: '',
      stdout: `Blocked (method-not-in-allow-methods): PUT ${url}/orders from ${PAGE}

The browser's console says
  Access to fetch at '${url}/orders' from origin '${PAGE}' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.

Why
  The response to the CORS-preflight request for ${url}/orders (status 204) has Access-Control-Allow-Methods "GET, POST", but the method is "PUT".

Fix on the server
  Add PUT to Access-Control-Allow-Methods.

Fix with strict-cors
  app.use(cors({ origin: '${PAGE}' }))   // before authentication and the routes
  If the option methods is set, it must have PUT.

1. CORS-preflight request, because of the method PUT
   OPTIONS ${url}/orders
     Accept: */*
     Access-Control-Request-Method: PUT
     Origin: ${PAGE}
     Sec-Fetch-Dest: empty
     Sec-Fetch-Mode: cors
     Sec-Fetch-Site: same-site
   response with status 204
     Access-Control-Allow-Origin: *
     Access-Control-Allow-Methods: GET, POST
     Connection: close
`,
    })
  })

  it('tells what the page gets if it is let in', async () => {
    const url = await serve(mirror())
    const { status, stdout, stderr } = await runCommand(['check', url, ...ORIGIN])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(
      new RegExp(
        `^Shared: GET ${url}/ from ${PAGE}\n\nWhat the page gets\n  The page at ${PAGE} can read the response from ${url}/: status 200 and `,
      ),
    )
  })

  it.each([
    [['--expect', 'blocked'], 0, `Blocked as expected (allow-origin-missing): GET`],
    [['--expect', 'shared'], 1, `Blocked (allow-origin-missing): GET`],
  ])('compares a blocked request with %j', async (options, status, start) => {
    const url = await serve((_, res) => res.end())
    const printed = await runCommand(['check', url, ...ORIGIN, ...options])
    expect(printed.status).toBe(status)
    expect(printed.stdout.slice(0, start.length)).toBe(start)
  })

  it('says that a request was to be blocked and is not', async () => {
    const url = await serve(mirror())
    const printed = await runCommand(['check', url, ...ORIGIN, '--expect', 'blocked'])
    expect(printed.status).toBe(1)
    expect(printed.stdout).toMatch(/^Shared, but expected to be blocked: GET /)
  })

  it('makes -d a POST with the Content-Type of fetch()', async () => {
    expect(await received('-d', 'a=1')).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: 'a=1',
    })
  })

  it('sends the method, headers, body and cookies that are given', async () => {
    const options = ['-XPATCH', '-H', 'Content-Type: application/json', '-H', 'X-A: 1', '-d{}']
    expect(await received(...options, '--credentials', '-b', 'a=1; b=2')).toMatchObject({
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'x-a': '1', cookie: 'a=1; b=2' },
      body: '{}',
    })
  })

  it('sends a body that is empty, one that is a dash, and one that begins with a dash', async () => {
    expect(await received('-d', '')).toMatchObject({ method: 'POST' })
    expect(await received('-d', '-')).toMatchObject({ body: '-' })
    expect(await received('--data=-1')).toMatchObject({ body: '-1' })
  })

  it('reads the body from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-'))
    await writeFile(join(folder, 'body.txt'), 'from a file')
    expect(await received('-d', `@${join(folder, 'body.txt')}`)).toMatchObject({
      body: 'from a file',
    })
    await rm(folder, { recursive: true })
  })

  it('leaves out what a page cannot set, and says so', async () => {
    const url = await serve(mirror())
    const options = ['-H', 'Cookie: a=1', '-H', 'Host: b.example', '-b', 'c=1']
    const printed = await runCommand(['check', url, ...ORIGIN, ...options])
    expect(printed.stderr).toBe(
      `Note: a page cannot set Cookie, so it is left out, as in browsers. Cookies go into -b, with --credentials.
Note: a page cannot set Host, so it is left out, as in browsers.
Note: without --credentials, cookies are sent to the page's own origin only, as in browsers.
`,
    )
    expect(printed.stdout).not.toMatch(/cookie/i)
    expect(printed.status).toBe(0)
  })

  it.each([
    [
      'http://192.0.2.1/',
      'https://app.example.com',
      'a page at https://app.example.com cannot request an http: URL (mixed content). Serve the URL over https:.',
    ],
    [
      'http://127.0.0.1:6000/',
      'https://app.example.com',
      '6000 is a port of another protocol. Use another port.',
    ],
  ])('notes that browsers send nothing to %s from %s', async (url, origin, note) => {
    const { stderr } = await runCommand(['check', url, '--origin', origin, '-m', '0.05'])
    expect(stderr).toBe(`Note: browsers block this request before they send it: ${note}\n`)
  })

  it.each(['http://localhost:9/', 'http://127.0.0.1:9/', 'https://localhost:443/'])(
    'notes no mixed content for %s',
    async (url) => {
      const options = ['--origin', 'https://app.example.com', '-m', '0.05']
      const { stderr } = await runCommand(['check', url, ...options])
      expect(stderr).not.toContain('mixed content')
    },
  )

  it('takes a URL of this machine without a scheme', async () => {
    const url = await serve(mirror())
    const { stdout } = await runCommand(['check', url.replace('http://', ''), ...ORIGIN])
    expect(stdout).toContain(`Shared: GET ${url}/ from`)
  })

  it('needs only the headers: an endless body does not hang it', async () => {
    const url = await serve((req, res) => {
      res.setHeader('Access-Control-Allow-Origin', '*')
      res.write('first')
      const timer = setInterval(() => res.write('more'), 5)
      req.on('close', () => clearInterval(timer))
    })
    expect(await runCommand(['check', url, ...ORIGIN])).toMatchObject({ status: 0 })
  })
})

describe('check without a response to judge', () => {
  it('names the address', async () => {
    const url = await closedPort()
    const printed = await runCommand(['check', url, ...ORIGIN, '--expect', 'blocked'])
    expect(printed.status).toBe(3)
    expect(printed.stdout).toMatch(
      new RegExp(`^No response: GET ${url}/ from ${PAGE}\n\nWhy\n.*ECONNREFUSED.*\n\nWhat to do\n`),
    )
  })

  it('names the time limit', async () => {
    const url = await serveBytes(null)
    const printed = await runCommand(['check', url, ...ORIGIN, '-m', '0.05'])
    expect(printed.status).toBe(3)
    expect(printed.stdout).toContain('not complete after 50 ms')
    expect(printed.stdout).toContain('wait longer with -m')
  })

  it('names what is not HTTP', async () => {
    const url = await serveBytes('SSH-2.0-OpenSSH_9.2\r\n')
    expect(await runCommand(['check', url, ...ORIGIN])).toMatchObject({ status: 3 })
  })

  it('names the certificate, which -k and --cacert accept', async () => {
    const url = await serveWithTls(mirror())
    const folder = await mkdtemp(join(tmpdir(), 'check-'))
    await writeFile(join(folder, 'ca.pem'), certificate.cert)
    const refused = await runCommand(['check', url, ...ORIGIN])
    expect(refused.status).toBe(3)
    expect(refused.stdout).toContain('Name the certificate of the authority with --cacert')
    expect(await runCommand(['check', url, ...ORIGIN, '-k'])).toMatchObject({ status: 0 })
    const ca = join(folder, 'ca.pem')
    expect(await runCommand(['check', url, ...ORIGIN, '--cacert', ca])).toMatchObject({ status: 0 })
    await rm(folder, { recursive: true })
  })
})
