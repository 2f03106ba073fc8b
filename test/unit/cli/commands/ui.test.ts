import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { run } from '../../../../src/cli/run.js'
import { portOf } from '../../../support/port-of.js'
import { runCommand } from '../run-command.js'

/** Starts the command in this process and waits until it has printed its address. */
async function start(argv: readonly string[]) {
  let printed = ''
  const output = {
    write(text: string, callback?: () => void) {
      printed += text
      callback?.()
    },
    on() {},
  }
  const io = { stdin: Readable.from([]), stdout: output, stderr: output, env: {} }
  const ended = run(['ui', ...argv], io)
  await expect.poll(() => printed).toContain('Ctrl-C')
  const address = /Open (\S+)\n/.exec(printed)?.[1] ?? ''
  return {
    address,
    printed,
    async stop() {
      process.emit('SIGTERM')
      return ended
    },
  }
}

describe('npx strict-cors ui', () => {
  it('prints the address of the page, and ends when it is told to', async () => {
    const { address, printed, stop } = await start(['localhost:3000/orders', '--port', '0'])
    expect(printed).toBe(
      `Open ${address}\nOnly this machine can, with this address. Ctrl-C ends it.\n`,
    )
    expect(await (await fetch(address)).text()).toContain('<title>strict-cors</title>')
    expect(await (await fetch(`${address}setup`)).json()).toEqual({
      url: 'http://localhost:3000/orders',
      checks: [],
    })
    expect(await stop()).toBe(0)
    await expect(fetch(address)).rejects.toThrow('fetch failed')
  })

  it('opens a link that somebody copied', async () => {
    const fragment = '#check?url=http%3A%2F%2Fa.example%2F'
    const { address, stop } = await start([`http://127.0.0.1:1/${fragment}`, '--port', '0'])
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/#check\?url=/)
    expect(address.endsWith(fragment)).toBe(true)
    expect(await stop()).toBe(0)
  })

  it('offers the checks of a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'strict-cors-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'checks.json')
    const url = 'http://localhost:3000/orders?page=1'
    const origin = 'https://app.example.com'
    await writeFile(
      file,
      JSON.stringify([
        { url, origin },
        {
          url,
          origin,
          method: 'PUT',
          headers: { 'X-A': '1', 'X-B': '2' },
          body: '{}',
          credentials: true,
          cookies: 'a=b',
          expect: 'blocked',
        },
      ]),
    )
    const { address, stop } = await start(['--file', file, '--port', '0'])
    expect(await (await fetch(`${address}setup`)).json()).toEqual({
      checks: [
        {
          name: 'GET /orders?page=1',
          expected: 'shared',
          url,
          origin,
          method: 'GET',
          headers: '',
          body: '',
          credentials: false,
          cookies: '',
        },
        {
          name: 'PUT /orders?page=1 with X-A, X-B, cookies',
          expected: 'blocked',
          url,
          origin,
          method: 'PUT',
          headers: 'X-A: 1\nX-B: 2',
          body: '{}',
          credentials: true,
          cookies: 'a=b',
        },
      ],
    })
    expect(await stop()).toBe(0)
  })

  it('takes a free port if its usual one is taken', async () => {
    const other = createServer()
    other.on('error', () => {})
    other.listen(4180, '127.0.0.1')
    await Promise.race([once(other, 'listening'), once(other, 'close')]).catch(() => {})
    const { address, stop } = await start([])
    expect(new URL(address).port).not.toBe('4180')
    expect(await stop()).toBe(0)
    other.close()
  })

  it('says what to type if a port that was asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const port = portOf(other)
    expect(await runCommand(['ui', '--port', String(port)])).toEqual({
      status: 2,
      stdout: '',
      stderr: `The port ${port} cannot be used: EADDRINUSE: address already in use 127.0.0.1:${port}.\nType: --port ${port + 1}\n`,
    })
  })

  it.each([
    [['--port', '70000'], '"70000" is not a port: a number from 0 to 65535.\nType: --port 5000'],
    [['--port', 'http'], '"http" is not a port: a number from 0 to 65535.\nType: --port 5000'],
    [
      ['http://a.example', 'http://b.example'],
      'There are 2 URLs, but one is expected; put quotes around what has spaces or & in it.\nType: npx strict-cors ui http://localhost:3000/orders',
    ],
    [['a.example'], 'The URL "a.example" has no scheme.\nType: https://a.example'],
  ])('says what is wrong with %j', async (argv, message) => {
    expect(await runCommand(['ui', ...argv])).toEqual({
      status: 2,
      stdout: '',
      stderr: `${message}\n`,
    })
  })
})
