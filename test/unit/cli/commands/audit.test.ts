import express from 'express'
import { describe, expect, it } from 'vitest'
import { cors } from '../../../../src/index.js'
import { runCommand } from '../run-command.js'
import { closedPort, serve } from '../servers.js'

const APP = 'https://app.example.com'

/** Lets everybody in with credentials, and says nothing to caches. */
function reflecting(): express.Express {
  const app = express()
  app.use((req, res) => {
    res.set('Access-Control-Allow-Origin', req.get('origin'))
    res.set('Access-Control-Allow-Credentials', 'true')
    res.set('Set-Cookie', 'sid=s3cret').end()
  })
  return app
}

function careful(): express.Express {
  const app = express()
  app.use(cors({ origin: APP, credentials: true }))
  app.use((_, res) => void res.end())
  return app
}

describe('audit', () => {
  it('tells every finding with its fix, worst first, and what was sent', async () => {
    const url = await serve(reflecting())
    const { status, stdout, stderr } = await runCommand(['audit', url, '--trust', APP])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(
      new RegExp(
        `^\\d+ findings at ${url}/ after \\d+ requests\\. An origin that is meant to get in belongs in --trust\\.\n\nhigh: any-origin\n\nWhy\n {2}.+\n\nFix\n {2}[A-Z].+\\.\n\n1\\. request\n {3}GET `,
      ),
    )
    expect(stdout).not.toContain('s3cret')
  })

  it.each(['text', 'json', 'junit', 'github'])(
    'does not show as %s a secret of -H that the server repeats',
    async (format) => {
      const url = await serve((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '')
        res.setHeader('Access-Control-Allow-Credentials', 'true')
        res.setHeader('Access-Control-Expose-Headers', req.headers.authorization ?? '')
        res.end()
      })
      const header = 'Authorization: s3cret-of-ada'
      const { stdout } = await runCommand(['audit', url, '-H', header, '--format', format])
      expect(stdout).toContain('any-origin')
      expect(stdout).not.toContain('s3cret')
    },
  )

  it('finds nothing on a correct server', async () => {
    const url = await serve(careful())
    const { status, stdout } = await runCommand(['audit', url, '--trust', APP])
    expect(stdout).toMatch(new RegExp(`^0 findings at ${url}/ after \\d+ requests\\.\n$`))
    expect(status).toBe(0)
    const junit = await runCommand(['audit', url, '--trust', APP, '--format', 'junit'])
    expect(junit.stdout).toContain('tests="1" failures="0" errors="0"')
    const json = await runCommand(['audit', url, '--trust', APP, '--format', 'json'])
    expect(JSON.parse(json.stdout)).toEqual({ version: 1, findings: [] })
  })

  it.each(['text', 'json', 'junit', 'github'])(
    'fails, and says as %s, that a trusted origin is not let in',
    async (format) => {
      const url = await serve((_, res) => void res.end())
      const { status, stdout } = await runCommand([
        ...['audit', url, '--trust', APP, '--format', format],
      ])
      expect(status).toBe(1)
      expect(stdout).toContain(`${APP} is trusted, but the server does not let it in.`)
    },
  )

  it('has a refused origin in the shape of a finding, with the request that shows it', async () => {
    const url = await serve((_, res) => void res.end())
    const { stdout } = await runCommand(['audit', url, '--trust', APP, '--format', 'json'])
    const { findings } = JSON.parse(stdout)
    expect(findings).toMatchObject([
      {
        code: 'trusted-refused',
        severity: 'medium',
        origin: APP,
        fix: `send Access-Control-Allow-Origin: ${APP}, as cors({ origin: ['${APP}'] }) does; to see what is wrong, run npx strict-cors check ${url}/ --origin ${APP}`,
      },
    ])
    expect(findings[0].exchanges).toHaveLength(1)
    expect(findings[0].exchanges[0]).toMatchObject({
      kind: 'request',
      request: { method: 'GET', url: `${url}/` },
      response: { status: 200 },
    })
  })

  it('asks for every trusted origin, however many there are', async () => {
    const url = await serve(careful())
    const names = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.example.com`)
    const trusted = [APP, ...names].map((origin) => `--trust=${origin}`)
    const { stdout } = await runCommand(['audit', url, ...trusted, '--format', 'json'])
    const { findings } = JSON.parse(stdout)
    expect(findings.map(({ origin }: { origin: string }) => origin)).toEqual(names)
  })

  it('does not fail if a pattern is wider than what the server lets in', async () => {
    const app = express()
    app.use(cors({ origin: 'https://shop.example.com', credentials: true }))
    const url = await serve(app.use((_, res) => void res.end()))
    const options = ['audit', url, '--trust', 'https://*.example.com']
    const { status, stdout } = await runCommand(options)
    expect(status).toBe(0)
    expect(stdout).toContain(
      `low: trusted-refused\n\nWhy\n  ${APP}, an example of https://*.example.com, is trusted, but the server does not let it in.\n`,
    )
    expect(await runCommand([...options, '--fail-on', 'low'])).toMatchObject({ status: 1 })
  })

  it('has the findings in JSON, without secrets', async () => {
    const url = await serve(reflecting())
    const { stdout } = await runCommand([
      'audit',
      url,
      '--format',
      'json',
      '-H',
      'Cookie: a=s3cret',
    ])
    const { version, findings } = JSON.parse(stdout)
    expect(version).toBe(1)
    expect(Object.keys(findings[0]).sort()).toEqual(
      expect.arrayContaining(['code', 'exchanges', 'fix', 'message', 'severity']),
    )
    expect(findings[0]).toMatchObject({ code: 'any-origin', severity: 'high' })
    expect(stdout).not.toContain('s3cret')
  })

  it('does not call a server correct that stops responding', async () => {
    let requests = 0
    const app = express()
    app.use((_, res, next) => {
      requests++
      if (requests > 3) res.sendStatus(429)
      else next()
    })
    const url = await serve(app.use(careful()))
    const { status, stdout } = await runCommand(['audit', url, '--trust', APP])
    expect(status).toBe(3)
    expect(stdout).toMatch(
      /\n\nIncomplete\n\nWhy\n {2}\d+ requests got no response, or the status 429 \(too many requests\), so the audit may have missed something\.\n$/,
    )
  })

  it('gives up on a server that hangs', async () => {
    let requests = 0
    const app = express()
    app.use((_req, _res, next) => {
      requests++
      // What comes later never gets a response.
      if (requests === 1) next()
    })
    const url = await serve(app.use(careful()))
    const { status, stdout } = await runCommand(['audit', url, '--trust', APP, '-m', '0.1'])
    expect({ status, requests }).toEqual({ status: 3, requests: 4 })
    expect(stdout).toContain(
      '  Three requests in a row got no response, which ended the audit before everything was asked.\n',
    )
  })

  it('names the other host that the URL redirects to', async () => {
    const app = express().use(cors({ origin: APP, credentials: true }))
    app.use((_, res) => void res.redirect('https://login.example.com/?state=1'))
    const url = await serve(app)
    const { status, stdout } = await runCommand(['audit', url, '--trust', APP])
    expect(status).toBe(3)
    expect(stdout).toContain(
      'Incomplete\n\nWhy\n  A response redirects to https://login.example.com, which is another host: what is there was not judged. If it is a page to log in, give the headers of a user who is logged in.\n',
    )
    expect(stdout).not.toContain('got no response')
  })

  it('does not call a server right if the limit of requests ended it', async () => {
    const app = express()
    const trusted = Array.from({ length: 60 }, (_, index) => `https://app${index}.example.com`)
    app.use(cors({ origin: trusted, credentials: true }))
    const url = await serve(app.use((_, res) => void res.end()))
    const options = ['audit', url, ...trusted.map((one) => `--trust=${one}`)]
    const { status, stdout } = await runCommand(options)
    expect(status).toBe(3)
    expect(stdout).toMatch(/^0 findings at .+ after 100 requests\./)
    expect(stdout).toContain(
      'Incomplete\n\nWhy\n  The limit of requests ended the audit before every origin was asked for. Give fewer trusted origins at a time.\n',
    )
  })

  it('fails on the severity that is given, and on worse ones', async () => {
    const app = express()
    app.use((req, res) => {
      res.set('Access-Control-Allow-Origin', '*')
      // Does not cover Authorization, which is a finding of low severity.
      res.set('Access-Control-Allow-Headers', '*').set('Access-Control-Allow-Methods', '*')
      res.sendStatus(req.method === 'OPTIONS' ? 204 : 200)
    })
    const url = await serve(app)
    const options = ['audit', url, '--trust', '*']
    expect(await runCommand([...options, '--fail-on', 'medium'])).toMatchObject({ status: 0 })
    expect(await runCommand(options)).toMatchObject({ status: 0 })
    const strict = await runCommand([...options, '--fail-on', 'low'])
    expect(strict.status).toBe(1)
    expect(strict.stdout).toContain('low: authorization-under-wildcard')
  })

  it.each(['text', 'json', 'junit', 'github'])(
    'says as %s that there is no response to judge',
    async (format) => {
      const url = await closedPort()
      const { status, stdout, stderr } = await runCommand(['audit', url, '--format', format])
      expect(status).toBe(3)
      expect(stdout + stderr).toContain('ECONNREFUSED')
    },
  )

  it('reports a wrong pattern as wrong usage', async () => {
    const { status, stderr } = await runCommand(['audit', 'http://localhost:9', '--trust', 'a b'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/"a b"/)
  })
})
