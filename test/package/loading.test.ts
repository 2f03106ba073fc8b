import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** How a program of each format gets `require` and the built package. */
const FORMATS = {
  'an ES module': [
    'module',
    `import { createRequire } from 'node:module'
    import { cors, createPolicy } from 'strict-cors'
    const require = createRequire('file:///')`,
  ],
  CommonJS: ['commonjs', `const { cors, createPolicy } = require('strict-cors')`],
}

const JUDGE = 'later/regular-expressions.cjs'
const SUFFIXES = 'later/public-suffixes.cjs'

describe('what is loaded at start', () => {
  it('is two files in CommonJS', async () => {
    const program = `require('strict-cors'); console.log(JSON.stringify(Object.keys(require.cache)))`
    const args = ['--input-type=commonjs', '--eval', program]
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT })
    const paths: readonly string[] = JSON.parse(stdout)
    expect(
      paths.map((path) => path.replace(`${ROOT}dist/`, '').replace(/-\w+/, '')).sort(),
    ).toEqual(['chunk.cjs', 'index.cjs'])
  })

  it('is two files as an ES module, and modules of Node', () => {
    const [chunk = '', ...others] = importsOf('index.js')
    expect(chunk).toMatch(/^\.\/chunk-\w+\.js$/)
    expect([...others, ...importsOf(chunk)]).toEqual(['node:module', 'node:module'])
  })
})

function importsOf(file: string): readonly string[] {
  const imports = readFileSync(`${ROOT}dist/${file}`, 'utf8').matchAll(
    /(?:from|import) *'([^']+)'/g,
  )
  return [...new Set(Array.from(imports, ([, name = '']) => name))].sort()
}

describe('what is loaded later', () => {
  it.each(readdirSync(`${ROOT}.build/later`))('is functions alone in %s', async (file) => {
    const exported: Readonly<Record<string, unknown>> = await import(`${ROOT}.build/later/${file}`)
    const isClass = (value: unknown) => /^class\b/.test(String(value))
    const others = Object.entries(exported).filter(
      ([, value]) => typeof value !== 'function' || isClass(value),
    )
    expect(others).toEqual([])
  })
})

describe.each(Object.entries(FORMATS))('imported by %s, the package', (_title, [type, load]) => {
  /** What is loaded by the statements of a program: files of the package, and other packages. */
  async function loadedBy(statements: string): Promise<readonly string[]> {
    const program = `${load}
      const before = Object.keys(require.cache)
      async function run() {
        ${statements}
      }
      run().then(() => {
        const added = Object.keys(require.cache).filter((path) => !before.includes(path))
        console.log(JSON.stringify(added))
      })`
    const args = [`--input-type=${type}`, '--eval', program]
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT })
    const paths: readonly string[] = JSON.parse(stdout)
    const names = paths.map((path) => /\/dist\/(.+)|\/node_modules\/([\w-]+)/.exec(path)?.slice(1))
    return [...new Set(names.flat().filter(Boolean).map(String))].sort()
  }

  it.each([
    ['origins', "cors({ origin: ['https://app.example.com', 'http://localhost:*'] })"],
    ['a pattern without credentials', "cors({ origin: 'https://*.example.com' })"],
    [
      'other patterns with credentials',
      "cors({ origin: ['http://*.localhost', 'com.example.app://*.main', 'https://app.example.com:*'], credentials: true })",
    ],
    ['a function', 'cors({ origin: () => true, credentials: true })'],
    [
      'other options',
      "cors({ origin: 'https://app.example.com', credentials: true, methods: 'GET', allowedHeaders: ['X-A'], exposedHeaders: 'ETag', maxAge: 600, enforce: true })",
    ],
    [
      'a denial',
      `const policy = createPolicy({ origin: 'https://app.example.com' })
      policy.explain({ headers: { origin: 'https://a.example' } })`,
    ],
    [
      'a method in lower case, and header names',
      `const policy = createPolicy({ origin: '*', methods: 'PATCH', allowedHeaders: 'X-A' })
      const ask = (method, names) =>
        policy.explain({
          method: 'OPTIONS',
          headers: {
            origin: 'https://a.example',
            'access-control-request-method': method,
            'access-control-request-headers': names,
          },
        })
      for (const method of ['patch', 'PUT', 'TRACE', 'a b']) ask(method, 'x-a')
      for (const names of ['x-b', 'a b']) ask('PATCH', names)`,
    ],
    ['a response', respond('')],
  ])('needs nothing more for %s', async (_title, statements) => {
    expect(await loadedBy(statements)).toEqual([])
  })

  it.each([
    ['a regular expression', '{ origin: /^https:\\/\\/[a-z]+\\.example\\.com$/ }', [JUDGE]],
    [
      'one with credentials',
      '{ origin: /^https:\\/\\/[a-z]+\\.example\\.com$/, credentials: true }',
      [SUFFIXES, JUDGE, 'tldts'],
    ],
    [
      'a pattern with credentials',
      "{ origin: 'https://*.example.com', credentials: true }",
      [SUFFIXES, 'tldts'],
    ],
    ['a mistake', "{ orgin: 'https://app.example.com' }", ['later/mistakes.cjs']],
    [
      'a risk that is accepted',
      "{ origin: true, credentials: true, dangerouslyAllow: ['any-origin'] }",
      ['later/mistakes.cjs'],
    ],
  ])('loads what it needs for %s', async (_title, options, expected) => {
    expect(await loadedBy(`try { cors(${options}) } catch {}`)).toEqual(expected)
  })

  it('loads vary for the first Vary that there is already', async () => {
    const loaded = await loadedBy(respond("res.setHeader('Vary', 'Accept')"))
    expect(loaded).toEqual(['later/vary.cjs', 'vary'])
  })
})

/** A program whose server does something before the middleware. */
function respond(before: string): string {
  return `
    const { createServer } = require('node:http')
    const middleware = cors({ origin: 'https://app.example.com' })
    const server = createServer((req, res) => {
      ${before}
      middleware(req, res, () => res.end())
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = 'http://127.0.0.1:' + server.address().port
    await fetch(url, { headers: { Origin: 'https://app.example.com' } })
    server.close()`
}
