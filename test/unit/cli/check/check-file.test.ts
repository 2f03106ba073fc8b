import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cors } from '../../../../src/index.js'
import { PAGE, type Printed, runCommand } from '../run-command.js'
import { closedPort, serve } from '../servers.js'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checks-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function runFile(checks: unknown, ...options: string[]): Promise<Printed> {
  const file = join(folder, 'checks.json')
  await writeFile(file, typeof checks === 'string' ? checks : JSON.stringify(checks))
  return runCommand(['check', '--file', file, ...options])
}

function shop(): express.Express {
  const app = express()
  app.use(cors({ origin: PAGE, credentials: true }))
  app.use((_, res) => void res.end())
  return app
}

describe('check --file', () => {
  it('tells one line of each check that is as expected, and the story of the others', async () => {
    const url = await serve(shop())
    const { status, stdout } = await runFile([
      { url, origin: PAGE },
      { url, origin: 'https://evil.example', expect: 'blocked' },
      {
        url,
        origin: PAGE,
        method: 'PUT',
        headers: { 'X-A': '1' },
        body: '{}',
        credentials: true,
        cookies: 'a=1',
        expect: 'shared',
      },
      { url, origin: 'https://evil.example', body: 'x' },
    ])
    expect(status).toBe(1)
    const lines = stdout.split('\n')
    expect(lines.slice(0, 9)).toEqual([
      '4 checks: 3 as expected, 1 not as expected, 0 without a response',
      '',
      `Shared: GET ${url}/ from ${PAGE}`,
      '',
      `Blocked as expected (allow-origin-missing): GET ${url}/ from https://evil.example`,
      '',
      `Shared: PUT ${url}/ from ${PAGE}`,
      '',
      `Blocked (allow-origin-missing): POST ${url}/ from https://evil.example`,
    ])
  })

  it('exits with 3 if one server is not there, whatever the others do', async () => {
    const url = await serve(shop())
    const { status, stdout } = await runFile([
      { url, origin: 'https://evil.example' },
      { url: await closedPort(), origin: PAGE },
    ])
    expect(status).toBe(3)
    expect(stdout).toContain('2 checks: 0 as expected, 1 not as expected, 1 without a response')
  })

  it('has every check in JSON', async () => {
    const url = await serve(shop())
    const { stdout } = await runFile(
      [
        { url, origin: PAGE },
        { url, origin: 'null' },
      ],
      '--format=json',
    )
    expect(JSON.parse(stdout).checks).toMatchObject([{ origin: PAGE }, { origin: 'null' }])
  })

  it('reads a file with a byte order mark', async () => {
    const url = await serve(shop())
    const { status } = await runFile(`\ufeff${JSON.stringify([{ url, origin: PAGE }])}`)
    expect(status).toBe(0)
  })

  it('names the file as it was typed', async () => {
    const { stderr } = await runCommand(['check', '--file', 'package.json'])
    expect(stderr).toMatch(/^The file package\.json is not a list of checks\.\n/)
  })

  it('names the file in annotations', async () => {
    const url = await serve(shop())
    const { stdout } = await runFile([{ url, origin: 'null' }], '--format', 'github')
    expect(stdout).toMatch(/^::error file=.*checks\.json,title=/)
  })

  it.each([
    ['not JSON', '{', 'checks.json is not JSON: SyntaxError: '],
    ['no list', { url: 'x' }, 'checks.json is not a list of checks.'],
    ['an empty list', [], 'checks.json is not a list of checks.'],
    ['no object', ['x'], 'checks.json, check 1: it is not an object.'],
    ['a list in the list', [[]], 'checks.json, check 1: it is not an object.'],
    [
      'a slip of the finger',
      [{ url: 'http://a.example', orgin: 'x' }],
      'checks.json, check 1: there is no member "orgin"; did you mean "origin"?',
    ],
    [
      'a member of something else',
      [{ timeout: 1 }],
      'checks.json, check 1: there is no member "timeout"; the members are url, origin, method, headers, body, credentials, cookies and expect.',
    ],
    ['no URL', [{ origin: PAGE }], 'checks.json, check 1: "url" is missing.'],
    [
      'no origin in the second',
      [{ url: 'http://a.example', origin: PAGE }, { url: 'http://a.example' }],
      'checks.json, check 2: "origin" is missing.',
    ],
    [
      'a wrong URL',
      [{ url: 'a.example', origin: PAGE }],
      'checks.json, check 1: the URL "a.example" has no scheme.',
    ],
    [
      'a number for a text',
      [{ url: 'http://a.example', origin: PAGE, method: 1 }],
      'checks.json, check 1: "method" is not a string.',
    ],
    [
      'a text for a boolean',
      [{ url: 'http://a.example', origin: PAGE, credentials: 'include' }],
      'checks.json, check 1: "credentials" is not true or false.',
    ],
    [
      'a list of headers',
      [{ url: 'http://a.example', origin: PAGE, headers: ['X-A: 1'] }],
      'checks.json, check 1: "headers" is not an object.',
    ],
    [
      'a header that is a number',
      [{ url: 'http://a.example', origin: PAGE, headers: { 'X-A': 1 } }],
      'checks.json, check 1: the header X-A is not a string.',
    ],
    [
      'a header name with a colon',
      [{ url: 'http://a.example', origin: PAGE, headers: { 'X-A': '1', 'a:b': 'c' } }],
      'checks.json, check 1: "headers", number 2 has a name with a character that no header name has, such as a space or a colon.',
    ],
    [
      'something else in place of cookies',
      [{ url: 'http://a.example', origin: PAGE, cookies: 's3cret' }],
      'checks.json, check 1: cookie number 1 is not a cookie; write name=value, and "; " between two cookies.',
    ],
    [
      'an unknown outcome',
      [{ url: 'http://a.example', origin: PAGE, expect: 'opaque' }],
      'checks.json, check 1: "expect" must be shared or blocked, not "opaque".',
    ],
  ])('refuses %s before anything is sent', async (_, checks, sentence) => {
    const { status, stdout, stderr } = await runFile(checks)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    const [first, type] = stderr.split('\n')
    expect(first).toContain(sentence)
    expect(first).toMatch(/^(?:In|The file) \/.*checks\.json/)
    expect(type).toMatch(/^Type: \[\{ "url": /)
  })

  it.each([
    [{ method: 'GET', body: 'x' }, 'a GET request cannot have a body; use another method.'],
    [{ method: 'TRACE' }, 'the method "TRACE" is forbidden; use another one.'],
    [{ cookies: `a=${'x'.repeat(4096)}` }, 'the cookie "a" has 4097 bytes; browsers keep no '],
  ])('names the check that fetch() would refuse, and sends none: %j', async (check, sentence) => {
    let requests = 0
    const url = await serve((_, res) => {
      requests += 1
      res.end()
    })
    const { status, stderr } = await runFile([
      { url, origin: PAGE },
      { url, origin: PAGE, ...check },
    ])
    expect({ status, requests }).toEqual({ status: 2, requests: 0 })
    expect(stderr).toContain(`checks.json, check 2: ${sentence}`)
  })

  it('leaves the name of the file as it is, without a capital', async () => {
    expect((await runFile([{ url: 'http://a.example' }])).stderr).toMatch(
      /^In \S+\/checks\.json, check 1: "origin" is missing\.\n/,
    )
    expect((await runFile('{')).stderr).toMatch(/^The file \S+\/checks\.json is not JSON: /)
  })

  it('says that the file is not there', async () => {
    const { status, stderr } = await runCommand(['check', '--file', join(folder, 'none.json')])
    expect(status).toBe(2)
    expect(stderr).toContain('Cannot read a file: ENOENT')
  })
})
