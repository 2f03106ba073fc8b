import { once } from 'node:events'
import type { Server } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cors } from '../../../src/index.js'
import { startTester, type Tester } from '../../../src/ui/start-tester.js'
import { portOf } from '../../support/port-of.js'
import { ask } from './ask.js'

const ORIGIN = 'https://app.example.com'

let tester: Tester
let server: Server
let api: string
let aborted: Promise<unknown>

beforeAll(async () => {
  const app = express()
  app.use('/bad', (req, res) => {
    res.set('Access-Control-Allow-Origin', req.get('Origin') ?? '*')
    res.set('Access-Control-Allow-Credentials', 'true').json({})
  })
  aborted = new Promise((resolve) => {
    app.use('/silent', (req) => {
      req.socket.on('close', resolve)
    })
  })
  app.use(cors({ origin: ORIGIN, methods: ['GET', 'PUT'], credentials: true }))
  app.all('/orders', (_req, res) => {
    res.json([{ id: 1 }])
  })
  server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  api = `http://127.0.0.1:${portOf(server)}`
  tester = await startTester({ url: `${api}/orders` })
})
afterAll(async () => {
  await tester.close()
  server.closeAllConnections()
  server.close()
})

describe('setup', () => {
  it('has what the forms start with', async () => {
    const response = await fetch(`${tester.url}setup`)
    expect(await response.json()).toEqual({ url: `${api}/orders`, checks: [] })
  })
})

describe('check', () => {
  it('tells all of a request that is shared', async () => {
    const { end } = await ask(tester, 'check', {
      url: ` ${api}/orders `,
      origin: ORIGIN,
      method: '',
      headers: '',
      body: '{}',
      cookies: 'a=b',
      credentials: true,
    })
    expect(end.result).toMatchObject({
      outcome: 'shared',
      response: { status: 200, body: '[{"id":1}]' },
      exchanges: [{ kind: 'request', request: { method: 'POST' }, response: { status: 200 } }],
      sent: true,
      console: null,
      fixes: [],
    })
  })

  it('tells where a preflight stops a request, and what the console says', async () => {
    const { end } = await ask(tester, 'check', {
      url: `${api}/orders`,
      origin: ORIGIN,
      method: 'DELETE',
    })
    expect(end.result).toMatchObject({
      outcome: 'blocked',
      code: 'method-not-in-allow-methods',
      phase: 'preflight',
      exchanges: [{ kind: 'preflight' }],
      sent: false,
      console: `Access to fetch at '${api}/orders' from origin '${ORIGIN}' has been blocked by CORS policy: Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.`,
      fixes: [
        `app.use(cors({ origin: '${ORIGIN}' }))   // before authentication and the routes`,
        'If the option methods is set, it must have DELETE.',
      ],
    })
  })

  it.each([
    [{}, 'The URL is empty. Fill it in.'],
    [{ url: 'x y' }, 'The URL must begin with http:// or https://.'],
    [
      { url: 'api.example.com/x' },
      'The URL must begin with http:// or https://. Did you mean https://api.example.com/x?',
    ],
    [
      { url: 'localhost:3000' },
      'The URL must begin with http:// or https://. Did you mean http://localhost:3000?',
    ],
    [{ url: 'ftp://a.example' }, 'The URL must begin with http:// or https://.'],
    [{ url: 'http://a.example' }, 'The origin of the page is empty. Fill it in.'],
    [
      { url: 'http://a.example', origin: 'a.example' },
      'the origin "a.example" is not a serialized origin: a scheme, a host and, unless it is the default, a port, such as "https://app.example.com"',
    ],
    [
      { url: 'http://a.example', origin: ORIGIN, headers: 'X-A: 1\n\nnonsense' },
      'The header "nonsense" has no colon. Write Name: value.',
    ],
  ])('says what is wrong with %j', async (form, error) => {
    expect((await ask(tester, 'check', form)).end).toEqual({ error })
  })

  it('ends with the page that asked', async () => {
    const controller = new AbortController()
    const form = { url: `${api}/silent`, origin: ORIGIN }
    const asked = ask(tester, 'check', form, controller.signal).catch((error) => error.name)
    await once(server, 'request')
    controller.abort()
    expect(await asked).toBe('AbortError')
    await aborted
  })
})

describe('audit', () => {
  it('tells of each request, and then of the findings', async () => {
    const { progress, end } = await ask(tester, 'audit', { url: `${api}/bad`, trusted: ORIGIN })
    expect(progress[0]).toEqual({
      progress: { sent: 1, method: 'GET', url: `${api}/bad`, origin: null },
    })
    expect(progress.length).toBeLessThanOrEqual(100)
    expect(end.result).toMatchObject({
      url: `${api}/bad`,
      complete: true,
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'any-origin', severity: 'high' }),
      ]),
    })
  })

  it('says that there is no server', async () => {
    const { end } = await ask(tester, 'audit', { url: 'http://127.0.0.1:1/' })
    expect(end.error).toContain('ECONNREFUSED')
  })
})

describe('compare', () => {
  it('tells what two servers do differently', async () => {
    const form = { left: `${api}/orders`, right: `${api}/bad` }
    const origins = 'https://evil.example\nhttps://other.example'
    const { progress, end } = await ask(tester, 'compare', { ...form, origins })
    expect(progress).toEqual([
      { progress: { index: 0, of: 2, origin: 'https://evil.example' } },
      { progress: { index: 1, of: 2, origin: 'https://other.example' } },
    ])
    expect(end.result).toMatchObject({
      a: form.left,
      b: form.right,
      differences: expect.arrayContaining([
        expect.objectContaining({
          question: 'get',
          origin: 'https://other.example',
          subject: 'access-control-allow-origin',
          a: null,
          b: 'https://other.example',
        }),
      ]),
    })
  })

  it('asks as one page if no origin is named', async () => {
    const form = { left: `${api}/orders`, right: `${api}/orders` }
    const { progress, end } = await ask(tester, 'compare', form)
    expect(progress).toEqual([{ progress: { index: 0, of: 1, origin: ORIGIN } }])
    expect(end.result).toMatchObject({ differences: [] })
  })
})

describe('explain', () => {
  it('explains a message', async () => {
    const text = 'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.'
    expect((await ask(tester, 'explain', { text })).end.result).toMatchObject({
      explanations: [{ code: 'method-not-in-allow-methods', facts: { method: 'PUT' } }],
    })
  })
})

describe('policy', () => {
  it('tells where a text cannot be read', async () => {
    expect((await ask(tester, 'policy', { text: '{\n a: b }' })).end.result).toEqual({
      unreadable: {
        message: 'the page does not know what "b" is: write its value',
        line: 2,
        column: 5,
      },
    })
  })

  it('tells every problem, and which can be fixed', async () => {
    const text = "cors({ origin: 'https://a.example/', methods: [1, 'put'], credentials: true })"
    expect((await ask(tester, 'policy', { text })).end.result).toMatchObject({
      starts: false,
      code: `import cors from 'strict-cors'\n\napp.use(${text})\n`,
      issues: [
        { code: 'origin-invalid', path: 'origin', fixable: true },
        { code: 'invalid-type', path: 'methods[0]', value: '1' },
        { code: 'method-case', path: 'methods[1]', value: '"put"', fixable: true },
      ],
      decisions: null,
    })
  })

  it('decides on requests as a browser sends them', async () => {
    const text = `{ origin: '${ORIGIN}', methods: ['PUT'] }`
    const requests = [
      { origin: ORIGIN },
      { origin: ORIGIN, method: 'DELETE', headers: 'X-A: 1' },
      { origin: ORIGIN, credentials: true },
      { origin: 'https://evil.example' },
      { origin: 'nonsense' },
      'not a row',
    ]
    const { end } = await ask(tester, 'policy', { text, requests })
    expect(end.result).toMatchObject({
      starts: true,
      issues: [],
      decisions: [
        {
          outcome: 'shared',
          steps: [{ method: 'GET', decision: { kind: 'cors', allowed: true } }],
        },
        {
          outcome: 'blocked',
          code: 'method-not-in-allow-methods',
          steps: [
            {
              method: 'OPTIONS',
              decision: { kind: 'preflight', denial: { code: 'method-not-allowed' } },
            },
          ],
        },
        {
          outcome: 'blocked',
          code: 'allow-credentials-not-true',
          steps: [{ decision: { denial: { code: 'credentials-not-allowed' } } }],
        },
        {
          outcome: 'blocked',
          code: 'allow-origin-missing',
          steps: [{ decision: { denial: { code: 'origin-not-allowed' } } }],
        },
        { error: expect.stringContaining('"nonsense" is not a serialized origin') },
      ],
    })
  })

  it('shows what enforce rejects', async () => {
    const { end } = await ask(tester, 'policy', {
      text: `{ origin: '${ORIGIN}', enforce: true }`,
      requests: [{ origin: 'https://evil.example', method: 'POST' }],
    })
    expect(end.result).toMatchObject({
      decisions: [
        { outcome: 'blocked', steps: [{ method: 'POST', decision: { rejected: true } }] },
      ],
    })
    expect(JSON.stringify(end.result)).toContain('(status 403)')
  })

  it('decides for everybody too', async () => {
    const { end } = await ask(tester, 'policy', {
      text: '{}',
      requests: [{ origin: 'https://any.example' }],
    })
    expect(end.result).toMatchObject({ starts: true, decisions: [{ outcome: 'shared' }] })
  })

  it('tells advice besides the decisions', async () => {
    const { end } = await ask(tester, 'policy', { text: '{ maxAge: 100000 }' })
    expect(end.result).toMatchObject({
      starts: true,
      issues: [{ code: 'max-age-capped', severity: 'advice' }],
      decisions: [],
    })
  })
})

describe('fix', () => {
  const text = "{ origin: 'https://a.example/', method: ['put'], credentials: true }"

  async function fix(input: object): Promise<unknown> {
    return (await ask(tester, 'fix', input)).end.result
  }

  it('fixes one problem', async () => {
    expect(await fix({ text, index: 0 })).toEqual({
      text: text.replace('example/', 'example'),
    })
  })

  it('fixes a value only under the right name', async () => {
    const { end } = await ask(tester, 'policy', { text })
    expect(end.result).toMatchObject({
      issues: [
        { path: 'origin', fixable: true },
        { path: 'methods[0]', fixable: false },
        { path: 'method', fixable: true },
      ],
    })
  })

  it('fixes every problem, names first', async () => {
    expect(await fix({ text })).toEqual({
      text: "{ origin: 'https://a.example', methods: ['PUT'], credentials: true }",
    })
  })

  it('leaves alone what only a person can fix', async () => {
    const open = '{ origin: true, credentials: true }'
    expect(await fix({ text: open })).toEqual({ text: open })
    expect(await fix({ text: open, index: 0 })).toEqual({ text: open })
  })

  it('leaves alone what it cannot read, and what has no such problem', async () => {
    expect(await fix({ text: '{ a: b }' })).toEqual({ text: '{ a: b }' })
    expect(await fix({ text: '{ a: b }', index: 0 })).toEqual({ text: '{ a: b }' })
    expect(await fix({ text, index: 99 })).toEqual({ text })
  })

  it('ends after many fixes', async () => {
    const many = `{ methods: [${"'put', ".repeat(120)}] }`
    const { text: after } = Object.assign({ text: '' }, await fix({ text: many }))
    expect(after.match(/'put'/g)?.length).toBe(20)
  })
})
