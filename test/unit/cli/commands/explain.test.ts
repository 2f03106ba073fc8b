import { describe, expect, it } from 'vitest'
import { explainMessage } from '../../../../src/testing.js'
import { runCommand } from '../run-command.js'

const MESSAGE =
  "Access to fetch at 'https://api.example.com/' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."

describe('explain', () => {
  it('tells what a message means and what to change', async () => {
    const [explanation] = explainMessage(MESSAGE)
    const { status, stdout, stderr } = await runCommand(['explain', MESSAGE])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(`allow-origin-missing (chromium)

The message names
  origin: https://app.example.com
  url: https://api.example.com/

What it means
  ${explanation?.meaning}

Fix
  ${explanation?.fix}
`)
  })

  it('takes a message without quotes around it', async () => {
    const { stdout } = await runCommand(['explain', ...'TypeError: Failed to fetch'.split(' ')])
    expect(stdout).toMatch(/^unspecific \(chromium\)\n\nWhat it means\n/)
  })

  it('names no browser if the message does not tell', async () => {
    expect((await runCommand(['explain', 'CORS error'])).stdout).toMatch(/^unspecific\n/)
  })

  it('reads standard input, however it is cut', async () => {
    const bytes = new TextEncoder().encode(`log … ${MESSAGE}\nTypeError: Load failed`)
    const stdin = [bytes.slice(0, 5), bytes.slice(5)]
    const { stdout, status } = await runCommand(['explain', '--format', 'json'], { stdin })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      explanations: explainMessage(new TextDecoder().decode(bytes)),
    })
  })

  it('asks a person at a terminal to paste', async () => {
    const { stderr } = await runCommand(['explain'], { stdin: MESSAGE, isTTY: true })
    expect(stderr).toBe('Paste the message, then press Ctrl-D.\n')
  })

  it('reads no more than it can explain', async () => {
    const chunk = new Uint8Array(100_000).fill(0x20)
    let chunks = 0
    const endless = {
      *[Symbol.iterator]() {
        for (;;) {
          chunks++
          yield chunk
        }
      },
    }
    const { status } = await runCommand(['explain'], { stdin: endless })
    expect(status).toBe(2)
    expect(chunks).toBeLessThan(100)
  })

  it('says that it does not know the message', async () => {
    expect(await runCommand(['explain', 'hello', 'world'])).toEqual({
      status: 1,
      stderr: '',
      stdout: `The text contains no known browser message about CORS.
Paste the whole red line of the console, or ask the server: npx strict-cors check --help
`,
    })
    expect(await runCommand(['explain', 'hello', '--format', 'json'])).toEqual({
      status: 1,
      stderr: 'The text contains no known browser message about CORS.\n',
      stdout: '{\n  "version": 1,\n  "explanations": []\n}\n',
    })
  })

  it('prints no control or format character of the text', async () => {
    const text = MESSAGE.replace('.com/', '.com/\u202egnp\u200b\u009b31m\u001b[31m')
    const { stdout } = await runCommand(['explain', text])
    expect(stdout).toContain('.com/')
    expect(stdout.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}]*$/u)
  })
})
