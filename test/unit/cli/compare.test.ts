import express from 'express'
import { describe, expect, it } from 'vitest'
import { cors } from '../../../src/index.js'
import { runCommand } from './run-command.js'
import { closedPort, serve } from './servers.js'

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

  it('says which server is not there', async () => {
    const [a, b] = [await serve(server(APP)), await closedPort()]
    const { status, stdout } = await runCommand(['compare', a, b, '--origin', APP])
    expect(status).toBe(3)
    expect(stdout).toMatch(new RegExp(`^No response: [\\s\\S]*${b}/: ECONNREFUSED`))
  })
})
