import { exec } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import express from 'express'
import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { cors } from '../../../src/index.js'
import { certificate } from '../../unit/browser/transport/localhost-certificate.js'
import { closedPort, serve, serveBytes, serveWithTls } from '../../unit/cli/servers.js'
import { PROGRAM, runProgram } from './run-program.js'

const PAGE = 'http://localhost:5173'
const ORIGIN = ['--origin', PAGE]

function shop(): express.Express {
  const app = express()
  app.use(cors({ origin: PAGE, credentials: true }))
  app.get('/events', (_, res) => {
    res.type('text/event-stream').flushHeaders()
  })
  app.use((_, res) => void res.send('hello'))
  return app
}

// Each test starts a program of its own.
describe('npx strict-cors', { timeout: 30_000 }, () => {
  it('has a version', async () => {
    expect(await runProgram(['--version'])).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    })
  })

  it('judges what Express does', async () => {
    const url = await serve(shop())
    const options = ['-X', 'PUT', '-H', 'X-A: 1', '--credentials']
    const shared = await runProgram(['check', url, ...ORIGIN, ...options])
    expect(shared).toMatchObject({ status: 0, stderr: '' })
    expect(shared.stdout).toMatch(/^Shared: PUT /)
    const stranger = await runProgram(['check', url, '--origin', 'https://evil.example'])
    expect(stranger).toMatchObject({ status: 1, stderr: '' })
    expect(stranger.stdout).toMatch(/^Blocked \(allow-origin-missing\): GET /)
  })

  it('ends after the headers of server-sent events', async () => {
    const url = await serve(shop())
    expect(await runProgram(['check', `${url}/events`, ...ORIGIN])).toMatchObject({ status: 0 })
  })

  it('tells blocked from unreachable: a closed port, a server that hangs, a certificate', async () => {
    const hanging = await serveBytes(null)
    const secure = await serveWithTls(shop())
    const statuses = await Promise.all([
      runProgram(['check', await closedPort(), ...ORIGIN]),
      runProgram(['check', hanging, ...ORIGIN, '-m', '0.2']),
      runProgram(['audit', hanging, '-m', '0.2']),
      runProgram(['compare', hanging, hanging, ...ORIGIN, '-m', '0.2']),
      runProgram(['check', secure, ...ORIGIN]),
    ])
    expect(statuses.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
      Array(5).fill({ status: 3, stderr: '' }),
    )
  })

  it('accepts a certificate from a given authority, or any certificate', async () => {
    const url = await serveWithTls(shop())
    const folder = await mkdtemp(join(tmpdir(), 'command-'))
    const file = join(folder, 'ca.pem')
    await writeFile(file, certificate.cert)
    expect(await runProgram(['check', url, ...ORIGIN, '--cacert', file])).toMatchObject({
      status: 0,
    })
    expect(await runProgram(['audit', url, '--trust', PAGE, '-k'])).toMatchObject({ status: 0 })
    await rm(folder, { recursive: true })
  })

  it('explains what is piped into it', async () => {
    const message = `Access to fetch at 'https://a.example/' from origin 'https://b.example' has been blocked by CORS policy: It does not have HTTP ok status.`
    const { status, stdout } = await runProgram(['explain'], { stdin: `log\n${message}\nlog` })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^preflight-status-not-ok \(chromium\)\n/)
  })

  it('prints wrong usage without a stack', async () => {
    expect(await runProgram(['check', 'localhost:3000', '--orgin', PAGE])).toEqual({
      status: 2,
      stdout: '',
      stderr: `There is no option "--orgin"; did you mean --origin?\nType: npx strict-cors check --help\n`,
    })
  })

  it('prints no escape code into a pipe', async () => {
    const url = await serve(shop())
    const { stdout } = await runProgram(['check', url, ...ORIGIN])
    expect(stdout).not.toContain('\x1b')
  })

  it('does not exit with 0 if its report is lost', async () => {
    const command = [process.execPath, PROGRAM, '--version'].map((word) => JSON.stringify(word))
    // A device of Linux that is always full.
    await expect(promisify(exec)(`${command.join(' ')} > /dev/full`)).rejects.toMatchObject({
      code: 3,
      stderr: 'The output is lost: ENOSPC: no space left on device, write.\n',
    })
  })

  it('does not fail if its reader goes away', async () => {
    const { stdout, stderr } = await promisify(exec)(
      `${JSON.stringify(process.execPath)} ${JSON.stringify(PROGRAM)} --help | head -n 1`,
    )
    expect({ stdout, stderr }).toEqual({
      stdout: 'Usage: npx strict-cors <command> [options]\n',
      stderr: '',
    })
  })
})
