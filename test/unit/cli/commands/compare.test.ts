import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cors } from '../../../../src/index.js'
import { certificate } from '../../browser/transport/localhost-certificate.js'
import { runCommand } from '../run-command.js'
import { closedPort, serve, serveBytes, serveWithTls } from '../servers.js'

const APP = 'https://app.example.com'

function server(origin: string, header = ''): express.Express {
  const app = express()
  app.use(cors({ origin }))
  app.use((_, res) => {
    if (header !== '') res.set('Access-Control-Expose-Headers', header)
    res.end()
  })
  return app
}

describe('compare', () => {
  it('shows the differences side by side', async () => {
    const a = await serve(server(APP))
    const b = await serve(server('https://other.example.com'))
    const { status, stdout, stderr } = await runCommand(['compare', a, b, '--origin', APP])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    const width = Math.max(a.length, b.length) + 1
    expect(stdout).toContain(`access-control-allow-origin: GET from ${APP}
  ${`${a}/`.padEnd(width)}  ${APP}
  ${`${b}/`.padEnd(width)}  (not sent)
`)
    expect(stdout).toMatch(new RegExp(`^\\d+ differences between ${a}/ and ${b}/\n\n`))
  })

  it.each(['text', 'json', 'junit', 'github'])(
    'does not show as %s a secret of -H that a server repeats',
    async (format) => {
      const a = await serve((req, res) => {
        res.setHeader('Access-Control-Allow-Origin', '*')
        res.setHeader('Access-Control-Expose-Headers', req.headers['x-api-key'] ?? '')
        res.end()
      })
      const b = await serve(server('*'))
      const { stdout } = await runCommand([
        ...['compare', a, b, '--origin', APP, '-H', 'X-Api-Key: s3cret-of-ada', '--format', format],
      ])
      expect(stdout).toContain('access-control-expose-headers')
      expect(stdout).not.toContain('s3cret')
    },
  )

  it('has them in JSON', async () => {
    const a = await serve(server(APP))
    const b = await serve(server(APP, 'X-Total'))
    const { stdout } = await runCommand([
      ...['compare', a, b, '--origin', APP, '--format', 'json', '-m', '5'],
    ])
    const { version, differences } = JSON.parse(stdout)
    expect(version).toBe(1)
    expect(differences[0]).toMatchObject({
      subject: 'access-control-expose-headers',
      a: null,
      b: 'X-Total',
    })
  })

  it('finds none between servers that do the same', async () => {
    const [a, b] = [await serve(server(APP)), await serve(server(APP))]
    const options = ['--origin', APP, '--origin', 'null']
    expect(await runCommand(['compare', a, b, ...options])).toEqual({
      status: 0,
      stderr: '',
      stdout: `0 differences between ${a}/ and ${b}/\n`,
    })
  })

  it('compares over TLS with -k and with --cacert', async () => {
    const [a, b] = [await serveWithTls(server(APP)), await serve(server(APP))]
    const folder = await mkdtemp(join(tmpdir(), 'strict-cors-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'ca.pem')
    await writeFile(file, certificate.cert)
    for (const options of [['-k'], ['--cacert', file]]) {
      const { status, stdout } = await runCommand(['compare', a, b, '--origin', APP, ...options])
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: `0 differences between ${a}/ and ${b}/\n`,
      })
    }
  })

  it.each(['compare', 'audit'])(
    '%s says what the command can do about a certificate',
    async (name) => {
      const url = await serveWithTls(server(APP))
      const more = name === 'compare' ? [url, '--origin', APP] : []
      const { status, stdout } = await runCommand([name, url, ...more])
      expect(status).toBe(3)
      expect(stdout).toMatch(
        /\n\nFix\n {2}Name the certificate of the authority with --cacert, .+\n$/,
      )
      expect(stdout).not.toContain('NODE_EXTRA_CA_CERTS')
    },
  )

  it.each(['compare', 'audit'])(
    '%s says what the command can do about a time limit',
    async (name) => {
      const url = await serveBytes(null)
      const more = name === 'compare' ? [url, '--origin', APP] : []
      const { status, stdout } = await runCommand([name, url, ...more, '-m', '0.1'])
      expect(status).toBe(3)
      expect(stdout).toContain('or wait longer with -m.')
      expect(stdout).not.toContain('createPage')
    },
  )

  it('has no verdict on a server that responds to the first requests only', async () => {
    let requests = 0
    const right = server(APP)
    const url = await serve((req, res) => {
      if (++requests <= 2) right(req, res)
    })
    const other = await serve(right)
    const options = ['--origin', APP, '-m', '0.1', '--format', 'json']
    const { status, stdout, stderr } = await runCommand(['compare', other, url, ...options])
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toEqual({ version: 1, differences: [] })
    expect(stderr).toContain('it was not complete after 100 ms')
  })

  it('says which server is not there', async () => {
    const [a, b] = [await serve(server(APP)), await closedPort()]
    const { status, stdout } = await runCommand(['compare', a, b, '--origin', APP])
    expect(status).toBe(3)
    expect(stdout).toMatch(new RegExp(`^No response: [\\s\\S]*${b}/: ECONNREFUSED`))
  })
})
