import express from 'express'
import { describe, expect, it } from 'vitest'
import type { CorsOptions } from '../../../../src/index.js'
import { cors } from '../../../../src/index.js'
import { runCommand } from '../run-command.js'
import { serve } from '../servers.js'

/** What the command prints under "Fix with strict-cors" about a server without CORS. */
async function fixesFor(options: readonly string[], listener = express()): Promise<string[]> {
  const url = await serve(listener)
  const { stdout, status } = await runCommand(['check', url, ...options])
  expect(status).toBe(1)
  const lines = stdout.split('\n').map((line) => line.trim())
  const start = lines.indexOf('Fix with strict-cors')
  return start === -1 ? [] : lines.slice(start + 1, lines.indexOf('', start))
}

/** The options of a printed line such as `app.use(cors({ origin: 'http://a.example' }))   // …`. */
function optionsIn(line: string): CorsOptions {
  const literal = /^app\.use\(cors\((?<options>.*)\)\) {3}\/\/ /.exec(line)?.groups?.options
  const json = String(literal || '{}')
    .replaceAll("'", '"')
    .replaceAll(/(?<=[{,] )(?<name>\w+):/g, '"$<name>":')
  return JSON.parse(json)
}

describe('the options that check prints', () => {
  it.each([
    [['--origin', 'http://localhost:5173']],
    [['--origin', 'https://app.example.com', '--credentials']],
    [['--origin', 'http://localhost:5173', '--credentials', '-X', 'PATCH']],
    [['--origin', 'http://app.localhost', '--credentials']],
    [['--origin', 'http://127.0.0.1:81', '--credentials']],
    [['--origin', 'http://app.example.com', '--credentials']],
    [['--origin', 'http://app.example.com']],
    [['--origin', 'chrome-extension://abcdef', '--credentials']],
    [['--origin', 'null']],
    [['--origin', 'null', '-X', 'PROPFIND']],
    [['--origin', 'https://app.example.com', '-X', 'PROPFIND', '--credentials']],
    [
      [
        '--origin',
        'https://app.example.com',
        '-X',
        'put',
        '-H',
        'X-A: 1',
        '-H',
        'Authorization: x',
      ],
    ],
  ])('let in what was checked: %j', async (options) => {
    const [line = ''] = await fixesFor(options)
    const app = express()
    app.use(cors(optionsIn(line)))
    app.use((_, res) => void res.end())
    const url = await serve(app)
    expect((await runCommand(['check', url, ...options])).stdout).toMatch(/^Shared: /)
  })

  it('never advise to allow null with credentials', async () => {
    expect(await fixesFor(['--origin', 'null', '--credentials'])).toEqual([
      'Give the page an origin of its own: every sandboxed page and every file has the origin null.',
    ])
  })

  it('name the risk of letting in a page without https', async () => {
    expect(await fixesFor(['--origin', 'http://app.example.com', '--credentials'])).toEqual([
      "app.use(cors({ origin: 'http://app.example.com', credentials: true, dangerouslyAllow: ['insecure-origin'] }))   // before authentication and the routes",
      "If the option origin is set already, add 'http://app.example.com' to its list.",
      'Serving the page over https is better: with http, anyone on the network can read what it reads.',
    ])
  })

  it.each(['patch', 'propfind'])('are not printed for a page that sends %s', async (method) => {
    expect(await fixesFor(['--origin', 'https://app.example.com', '-X', method])).toEqual([
      `Have the page send ${method.toUpperCase()}: methods are case-sensitive.`,
    ])
  })

  it('say what to add to options that are set', async () => {
    const app = express()
    app.use(cors({ origin: 'https://app.example.com', methods: ['GET'] }))

    expect(await fixesFor(['--origin', 'https://app.example.com', '-X', 'PUT'], app)).toEqual([
      "app.use(cors({ origin: 'https://app.example.com' }))   // before authentication and the routes",
      'If the option methods is set, it must have PUT.',
    ])
    expect(await fixesFor(['--origin', 'https://admin.example.com'], app)).toEqual([
      "app.use(cors({ origin: 'https://admin.example.com' }))   // before authentication and the routes",
      "If the option origin is set already, add 'https://admin.example.com' to its list.",
    ])
    expect(await fixesFor(['--origin', 'null'], app)).toEqual([
      'app.use(cors())   // before authentication and the routes',
    ])
  })

  it('are not enough if a proxy sends the header, too', async () => {
    const app = express()
    app.use((_, res) => void res.set('Access-Control-Allow-Origin', ['*', '*']).end())
    expect(await fixesFor(['--origin', 'https://app.example.com'], app)).toEqual([
      "app.use(cors({ origin: 'https://app.example.com' }))   // before authentication and the routes",
      'If a proxy sends the header as well, remove it there: only one of the two may send it.',
    ])
  })

  it('do not name the origin null that a redirect has left', async () => {
    const app = express()
    app.use(cors({ origin: 'https://app.example.com' }))
    app.get('/', (req, res) => res.redirect(`http://127.0.0.1:${req.get('host')?.split(':')[1]}/x`))
    expect(await fixesFor(['--origin', 'https://app.example.com'], app)).toEqual([
      'After a redirect to another origin, browsers send Origin: null. Have the page request the final URL.',
    ])
  })

  it('are not printed if the middleware cannot change the outcome', async () => {
    const app = express()
    app.use(cors())
    app.get('/', (_, res) => res.redirect('ftp://files.example/'))
    expect(await fixesFor(['--origin', 'https://app.example.com'], app)).toEqual([])
  })
})
