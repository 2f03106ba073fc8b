import express from 'express'
import { describe, expect, it } from 'vitest'
import { cors } from '../../../src/index.js'
import { runCommand } from './run-command.js'
import { closedPort, serve } from './servers.js'

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

  it('says which trusted origin is not let in', async () => {
    const url = await serve(careful())
    const other = 'https://other.example.com'
    const { stdout } = await runCommand(['audit', url, '--trust', APP, '--trust', other])
    expect(stdout).toContain(`${other} is trusted, but the server does not let it in.`)
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

  it('says if the limit of requests ended it', async () => {
    const url = await serve(careful())
    const trusted = Array.from({ length: 60 }, (_, index) => `https://app${index}.example.com`)
    const { stdout } = await runCommand(['audit', url, ...trusted.map((one) => `--trust=${one}`)])
    expect(stdout).toMatch(/after 100 requests, which is the limit: there may be more\./)
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
