import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { PAGE, runCommand } from '../run-command.js'
import { closedPort, serve, serveBytes } from '../servers.js'

const ORIGIN = ['--origin', PAGE]
const FORMATS = ['text', 'json', 'junit', 'github']

/** A server whose every header tries something: escape codes, XML, workflow commands. */
const HOSTILE = [
  'HTTP/1.1 200 OK',
  'Access-Control-Allow-Origin: \x9b31m]]>"\'&<failure>%0A::error::x\x85y\xadz',
  '::set-output: ::error::owned',
  'X-Evil: \x9b2J\x9d0;title\x9c<![CDATA[',
  'Set-Cookie: sid=s3cret; Path=/',
  'Content-Length: 0',
  '',
  '',
].join('\r\n')

describe('--format json', () => {
  it('has what a program needs, and nothing else', async () => {
    const url = await serve((_, res) => {
      res.sendDate = false
      res.end()
    })
    const { stdout } = await runCommand(['check', url, ...ORIGIN, '--format', 'json'])
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      checks: [
        {
          url: `${url}/`,
          origin: PAGE,
          method: 'GET',
          expected: 'shared',
          outcome: 'blocked',
          code: 'allow-origin-missing',
          message: `The response from ${url}/ (status 200) has no Access-Control-Allow-Origin, but the origin ${PAGE} needs one. Fix: send Access-Control-Allow-Origin: ${PAGE} with every response, error responses included.`,
          fix: `send Access-Control-Allow-Origin: ${PAGE} with every response, error responses included`,
          phase: 'request',
          exchanges: [
            {
              kind: 'request',
              request: {
                method: 'GET',
                url: `${url}/`,
                headers: [
                  ['Accept', '*/*'],
                  ['Origin', PAGE],
                  ['Sec-Fetch-Dest', 'empty'],
                  ['Sec-Fetch-Mode', 'cors'],
                  ['Sec-Fetch-Site', 'same-site'],
                ],
              },
              response: {
                status: 200,
                headers: [
                  ['Connection', 'close'],
                  ['Content-Length', '0'],
                ],
              },
            },
          ],
        },
      ],
    })
  })

  it('has null if there is nothing to say', async () => {
    const url = await serve((_, res) => res.setHeader('Access-Control-Allow-Origin', '*').end())
    const { stdout } = await runCommand(['check', url, ...ORIGIN, '--format', 'json'])
    expect(JSON.parse(stdout).checks).toMatchObject([
      { outcome: 'shared', code: null, fix: null, phase: null },
    ])
  })

  it('has the character itself after it is parsed', async () => {
    const url = await serveBytes(HOSTILE.replace('::set-output: ::error::owned\r\n', ''))
    const { stdout } = await runCommand(['check', url, ...ORIGIN, '--format', 'json'])
    const [{ exchanges }] = JSON.parse(stdout).checks
    expect(exchanges[0].response.headers).toContainEqual([
      'X-Evil',
      '\x9b2J\x9d0;title\x9c<![CDATA[',
    ])
  })
})

describe('--format junit', () => {
  it('has a test case for each check', async () => {
    const url = await serve((_, res) => res.setHeader('Access-Control-Allow-Origin', '*').end())
    const name = `GET ${url}/ from ${PAGE}`
    const { stdout } = await runCommand(['check', url, ...ORIGIN, '--format', 'junit'])
    const [start = '', end = ''] = stdout.split(/(?<=<system-out>)[\s\S]*(?=<\/system-out>)/)
    expect(start).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${name}" tests="1" failures="0" errors="0">
    <testcase classname="strict-cors" name="${name}">
      <system-out>`)
    expect(end).toBe(`</system-out>
    </testcase>
  </testsuite>
</testsuites>
`)
  })

  it('tells failures from errors', async () => {
    const blocked = await serve((_, res) => res.end())
    const options = [...ORIGIN, '--format', 'junit']
    const failure = await runCommand(['check', blocked, ...options])
    expect(failure.stdout).toContain('tests="1" failures="1" errors="0"')
    expect(failure.stdout).toContain(
      '<failure type="Blocked (allow-origin-missing)" message="The response from',
    )
    const error = await runCommand(['check', await closedPort(), ...options])
    expect(error.stdout).toContain('tests="1" failures="0" errors="1"')
    expect(error.stdout).toContain('<error type="No response" message="There is no usable')
  })
})

describe('--format github', () => {
  it('annotates what is not as expected', async () => {
    const url = await serve((_, res) => res.end())
    const { stdout } = await runCommand(['check', url, ...ORIGIN, '--format', 'github'])
    expect(stdout).toBe(
      `::error title=strict-cors%3A Blocked (allow-origin-missing)::GET ${url}/ from ${PAGE}%0AThe response from ${url}/ (status 200) has no Access-Control-Allow-Origin, but the origin ${PAGE} needs one. Fix: send Access-Control-Allow-Origin: ${PAGE} with every response, error responses included.\n`,
    )
  })

  it('sums up if all is as expected', async () => {
    const url = await serve((_, res) => res.setHeader('Access-Control-Allow-Origin', '*').end())
    const { stdout } = await runCommand(['check', `${url}/50%25`, ...ORIGIN, '--format', 'github'])
    expect(stdout).toBe(
      `::notice title=strict-cors::GET ${url}/50%2525 from ${PAGE}: 1 check, 0 not as expected\n`,
    )
  })
})

describe.each(FORMATS)('--format %s', (format) => {
  it('prints no control or format character of a server', async () => {
    const url = await serveBytes(HOSTILE.replace('::set-output: ::error::owned\r\n', ''))
    const { stdout, stderr, status } = await runCommand([
      'check',
      url,
      ...ORIGIN,
      '--format',
      format,
    ])
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 })
    expect(stdout).toContain('allow-origin-invalid')
    expect(stdout.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}]*$/u)
  })

  it('prints no secret', async () => {
    const url = await serve((_, res) => {
      res.setHeader('Set-Cookie', ['sid=s3cret; HttpOnly', 'b=s3cret'])
      res.end()
    })
    const { stdout, stderr } = await runCommand([
      ...['check', url, '--origin', url, '--format', format],
      ...['-H', 'Authorization: Bearer s3cret', '-H', 'X-API-Key: s3cret'],
      ...['--credentials', '-b', 'sid=s3cret', '-d', 'password=s3cret'],
    ])
    expect(stdout).toContain(url)
    expect(stdout + stderr).not.toContain('s3cret')
  })

  it('prints no secret that a server repeats', async () => {
    const url = await serve((req, res) => {
      const { authorization = '', cookie = '' } = req.headers
      if (req.method === 'OPTIONS') {
        res.setHeader('Access-Control-Allow-Origin', PAGE)
        res.setHeader('Access-Control-Allow-Credentials', 'true')
        res.setHeader('Access-Control-Allow-Headers', 'authorization')
        return res.end()
      }
      res.writeHead(200, {
        'Access-Control-Allow-Origin': `https://${'x'.repeat(80)}.${authorization}`,
        'X-Cookie': cookie,
        'X-Encoded': encodeURIComponent(authorization),
      })
      return res.end()
    })
    const { stdout, stderr } = await runCommand([
      ...['check', `${url}/?access_token=s3cret1`, ...ORIGIN, '--format', format],
      ...['-H', 'Authorization: Bearer s3cret2-and-more', '-X', 'POST'],
      ...['--credentials', '-b', 'sid=s3cret3-and-more'],
    ])
    expect(stdout).toContain('?access_token=***')
    expect(stdout).toContain(`https://${'x'.repeat(80)}.***…`)
    expect(stdout + stderr).not.toContain('s3cret')
  })

  it('has no escape code except on a terminal', async () => {
    const url = await serve((_, res) => res.end())
    const options = ['check', url, ...ORIGIN, '--format', format]
    const plain = await runCommand(options)
    const terminal = await runCommand(options, { isTTY: true })
    expect(plain.stdout).not.toContain('\x1b')
    expect(terminal.stdout.includes('\x1b')).toBe(format === 'text')
    const dateless = (text: string) => text.replaceAll(/Date.*\d\d:\d\d:\d\d/gs, '')
    expect(dateless(stripVTControlCharacters(terminal.stdout))).toBe(dateless(plain.stdout))
  })

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('has none on a terminal with %j', async (env) => {
    const url = await serve((_, res) => res.end())
    const options = ['check', url, ...ORIGIN, '--format', format]
    expect((await runCommand(options, { isTTY: true, env })).stdout).not.toContain('\x1b')
  })
})

describe('a line of a server', () => {
  it('cannot be a workflow command', async () => {
    const url = await serveBytes(HOSTILE)
    const { stdout } = await runCommand(['check', url, ...ORIGIN, '--format', 'github'])
    expect(stdout.match(/^::/gm)).toHaveLength(1)
    expect(stdout.split('\n')).toHaveLength(2)
  })
})
