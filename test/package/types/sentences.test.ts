import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { describeError, projectOptions } from './compiler.js'

const WILDCARD = "browsers refuse origin '*' with credentials"
const NO_ORIGIN = 'credentials need an origin'
const UNSET = 'an origin may be undefined, for example if an environment variable is not set'
const NO_OPTION = 'there is no option of this name'
const MISSPELT_ORIGIN = "{ orign: 'https://app.example.com', credentials: true }"
const SENTENCES = [WILDCARD, NO_ORIGIN, UNSET, NO_OPTION]

/** What is given to `cors()` and to `createPolicy()`, and the one sentence that fits. */
const MISTAKES: readonly (readonly [options: string, sentence: string])[] = [
  ["{ origin: '*', credentials: true }", WILDCARD],
  ["{ origin: '*', credentials: true, maxAge: 600 }", WILDCARD],
  ["{ origin: '*', credentials: true } as const", WILDCARD],
  ["{ origin: flag ? '*' : 'https://app.example.com', credentials: true }", WILDCARD],
  ["{ origin: flag ? '*' : 'https://app.example.com', credentials: flag }", WILDCARD],
  ["flag ? { origin: '*', credentials: true } : { origin: false }", WILDCARD],
  ['{ credentials: true }', NO_ORIGIN],
  ['{ credentials: flag, maxAge: 600 }', NO_ORIGIN],
  ['{ origin: process.env.ORIGIN }', UNSET],
  ['{ origin: process.env.ORIGIN, credentials: true }', UNSET],
  ['{ origin: process.env.ORIGIN, credentials: true, maxAge: 600 }', UNSET],
  ["{ origin: process.env.ORIGINS?.split(','), credentials: true }", UNSET],
  ["{ origin: [process.env.ORIGIN, 'https://app.example.com'], credentials: true }", UNSET],
  ['{} as { origin?: string; credentials?: boolean }', UNSET],
  ["{ origin: 'https://app.example.com', maxage: 600 }", NO_OPTION],
  ["{ origin: 'https://app.example.com', credentials: true, maxage: 600 }", NO_OPTION],
  ["{ origin: '*', maxage: 600 }", NO_OPTION],
  ['{ origin: text, credentials: true, maxage: 600 }', NO_OPTION],
  ['{ origin: () => true, credentials: true, maxage: 600 }', NO_OPTION],
]

/** Mistakes that the compiler names itself, and what it says. */
const PLAIN_MISTAKES: readonly (readonly [options: string, error: string])[] = [
  ["{ origin: 'https://app.example.com', maxAge: '600' }", "Type 'string' is not assignable to"],
  [
    "{ origin: 'https://app.example.com', credentials: true, maxAge: '600' }",
    "Type 'string' is not assignable to type 'number'",
  ],
  [
    "{ origin: 'https://app.example.com', credentials: 'include' }",
    "Type 'string' is not assignable to type 'boolean",
  ],
  ['{ origin: 5 }', "Type 'number' is not assignable to type 'OriginOption"],
  ["{ origins: 'https://app.example.com' }", "Did you mean to write 'origin'?"],
  ['{ maxage: 600 }', "Did you mean to write 'maxAge'?"],
]

describe.each([true, false])(
  'with exactOptionalPropertyTypes: %s, the compiler',
  { timeout: 60_000 },
  (exactOptionalPropertyTypes) => {
    const calls = ['cors', 'createPolicy']
    const statements = [...MISTAKES, ...PLAIN_MISTAKES, [MISSPELT_ORIGIN]].flatMap(([options]) =>
      calls.map((call) => `${call}(${options})`),
    )
    const errors = errorsOf(statements, { exactOptionalPropertyTypes })

    describe.each(calls)('refuses %s', (call) => {
      it.each(MISTAKES)('(%s) with one sentence', (options, sentence) => {
        const error = errors.get(`${call}(${options})`) ?? ''
        expect(SENTENCES.filter((known) => error.includes(known))).toEqual([sentence])
        expect(error).not.toContain("parameter of type 'never'")
      })

      it('a misspelt origin by its name, not only for the credentials', () => {
        const error = errors.get(`${call}(${MISSPELT_ORIGIN})`)
        expect(error).toContain("Did you mean to write 'origin'?")
        expect(error).toContain(NO_OPTION)
      })

      it.each(PLAIN_MISTAKES)('(%s) in its own words', (options, expected) => {
        const error = errors.get(`${call}(${options})`) ?? ''
        expect(error).toContain(expected)
        expect(SENTENCES.filter((known) => error.includes(known))).toEqual([])
      })
    })
  },
)

/** What the compiler says of each of these statements that use the package. */
function errorsOf(
  statements: readonly string[],
  overrides: ts.CompilerOptions,
): ReadonlyMap<string, string> {
  const folder = fileURLToPath(new URL('./', import.meta.url))
  const texts = new Map(
    statements.map((statement, index) => [`${folder}statement-${index}.ts`, fileWith(statement)]),
  )
  const options = { ...projectOptions(), ...overrides }
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.fileExists = (name) => texts.has(name) || fileExists(name)
  host.readFile = (name) => texts.get(name) ?? readFile(name)
  const program = ts.createProgram([...texts.keys()], options, host)
  return new Map(
    [...texts.keys()].map((name, index) => {
      const errors = ts.getPreEmitDiagnostics(program, program.getSourceFile(name))
      return [statements[index] ?? '', errors.map(describeError).join('\n')]
    }),
  )
}

function fileWith(statement: string): string {
  return `import { cors, createPolicy } from '../../../src/index.js'
declare const flag: boolean
declare const text: string
${statement}
export {}`
}
