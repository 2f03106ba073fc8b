import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import type { Output } from '../../../src/cli/command.js'
import { escapeForTerminal } from '../../../src/cli/report/escape.js'
import { choosePaint } from '../../../src/cli/report/text.js'
import { run } from '../../../src/cli/run.js'
import { PAGE, runCommand } from './run-command.js'
import { closedPort } from './servers.js'

const SILENT: Output = { write: (_, done) => done?.(), on: () => {} }

/** An output that loses everything. */
function failing(code: string): Output {
  return new Writable({
    write(_, __, done) {
      done(Object.assign(new Error(`${code}: no space left on device, write`), { code }))
    },
  })
}

describe('run', () => {
  it('reports a failure of its own with the status of what could not be judged', async () => {
    const stdin = {
      [Symbol.iterator]: (): Iterator<Uint8Array> => ({
        next() {
          throw new Error('\u001b[31mbroken pipe')
        },
      }),
    }
    const { status, stderr } = await runCommand(['explain'], { stdin })
    expect(status).toBe(3)
    expect(stderr).toMatch(
      /^strict-cors has failed; please report this:\nError: \\u001b\[31mbroken/,
    )
  })

  it('does not fail if its reader goes away', async () => {
    const stdout = new PassThrough()
    stdout.destroy()
    const io = { stdin: new PassThrough(), stdout, stderr: SILENT, env: {} }
    expect(await run(['--help'], io)).toBe(0)
  })

  it.each([
    ['EPIPE', 0, ''],
    ['ENOSPC', 3, 'The output is lost: ENOSPC: no space left on device, write.\n'],
  ])('exits after %s on standard output with %i', async (code, status, told) => {
    const stderr = new PassThrough()
    const io = { stdin: new PassThrough(), stdout: failing(code), stderr, env: {} }
    expect(await run(['--help'], io)).toBe(status)
    stderr.end()
    expect(await text(stderr)).toBe(told)
    expect(await run(['--help'], { ...io, stdout: failing(code), stderr: failing(code) })).toBe(
      status,
    )
  })

  it('listens once to an output, however often it writes to it', async () => {
    const stderr = new PassThrough()
    const folder = await mkdtemp(join(tmpdir(), 'run-'))
    const file = join(folder, 'checks.json')
    const check = { url: await closedPort(), origin: PAGE, headers: { Host: 'a' } }
    await writeFile(file, JSON.stringify(Array(12).fill(check)))
    const io = { stdin: new PassThrough(), stdout: SILENT, stderr, env: {} }
    expect(await run(['check', '--file', file], io)).toBe(3)
    expect(stderr.listenerCount('error')).toBe(1)
    stderr.end()
    expect((await text(stderr)).match(/^Note: /gm)).toHaveLength(12)
    await rm(folder, { recursive: true })
  })
})

describe('choosePaint', () => {
  const terminal = { stdout: { ...SILENT, isTTY: true }, env: {} }

  it('has no colours if Node cannot make them', () => {
    const withoutStyleText = choosePaint(terminal, {})
    expect(withoutStyleText('bad', 'x')).toBe('x')
    expect(choosePaint(terminal)('bad', 'x')).toBe('\u001b[1m\u001b[31mx\u001b[39m\u001b[22m')
  })
})

describe('escapeForTerminal', () => {
  it.each([
    ['a\tb\r\nc\u001b[0m', 'a\\u0009b\\u000d\\u000ac\\u001b[0m'],
    ['\u009b\u007f', '\\u009b\\u007f'],
    ['\u202e\u2066\ufeff\u2028', '\\u202e\\u2066\\ufeff\\u2028'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['\ud800', '\\ud800'],
    ['\ufffe\uffff', '\\ufffe\\uffff'],
    ['ä 漢 😀', 'ä 漢 😀'],
  ])('writes %j as %s', (text, expected) => {
    expect(escapeForTerminal(text)).toBe(expected)
  })
})

describe('the program', () => {
  const { argv, exitCode } = process

  afterEach(() => {
    process.argv = argv
    process.exitCode = exitCode
    vi.restoreAllMocks()
  })

  it('runs what was typed, and exits with the status', async () => {
    const written: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest: unknown[]) => {
      written.push(String(text))
      for (const done of rest) if (typeof done === 'function') done()
      return true
    })
    process.argv = ['node', 'strict-cors', '--version']
    await import('../../../src/cli.js')
    expect(written).toEqual([`${manifest.version}\n`])
    expect(process.exitCode).toBe(0)
  })
})
