import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConfigIssue, CorsConfigError } from '../../../../../src/index.js'
import { applyEdits } from '../../apply-edits.js'
import { configErrorOf, createUntyped } from '../../untyped.js'
import { EDITS, NOT_OPTIONS, NOTHING_MEANT } from './edits.js'
import { LIST_ERRORS } from './lists.js'
import { MEANT_ERRORS } from './meant.js'
import { OPTIONS_ERRORS } from './options.js'
import { ORIGIN_ERRORS } from './origin.js'
import { OTHER_ERRORS } from './others.js'
import { UNSAFE_ERRORS } from './unsafe.js'

const ERRORS = [
  ...OPTIONS_ERRORS,
  ...ORIGIN_ERRORS,
  ...LIST_ERRORS,
  ...MEANT_ERRORS,
  ...OTHER_ERRORS,
  ...UNSAFE_ERRORS,
]

const STRANGERS = [
  'https://evil.test',
  'http://evil.test',
  'null',
  'https://evil.vercel.app',
  'https://evil.github.io',
  'https://evilexample.com',
]

const ACCEPTED_BY: Readonly<Record<string, readonly string[]>> = {
  'null-origin': ['null'],
  'public-suffix-wildcard': ['https://evil.vercel.app', 'https://evil.github.io'],
}

/** What is wrong with options; if nothing is, the advice on them. */
function issuesOf(options: unknown): readonly ConfigIssue[] {
  try {
    return createUntyped(options).warnings
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues
    throw error
  }
}

/** Who can read users' data under a policy that starts, except those whom its author accepts. */
async function strangersUnder(options: unknown): Promise<readonly string[]> {
  const policy = createUntyped(options)
  const { credentials, dangerouslyAllow } = policy.options
  const accepted = dangerouslyAllow.flatMap((code) => ACCEPTED_BY[code] ?? [])
  const allowed: string[] = []
  for (const origin of credentials ? STRANGERS : []) {
    if (!accepted.includes(origin) && (await policy.askOrigin(origin))) allowed.push(origin)
  }
  return allowed
}

const KNOWN = Object.entries(EDITS).flatMap(([code, found]) =>
  found === null ? [] : [{ code, ...found }],
)
const UNKNOWN = Object.entries(EDITS).flatMap(([code, found]) => (found === null ? [code] : []))

describe('all edits of an error at once', () => {
  it.each(KNOWN)('make of $code what was meant', async ({ code, options, edited, meant }) => {
    const issues = issuesOf(options)
    expect(issues.map((issue) => issue.code)).toContain(code)
    const result = applyEdits(options, issues)
    expect(result?.options).toEqual(edited)
    expect(await createUntyped(edited).askOrigin(meant)).toBe(true)
    expect(await strangersUnder(edited)).toEqual([])
  })

  it.each(UNKNOWN)('are left to a person if no program can know: %s', (code) => {
    const found = ERRORS.flatMap(({ options }) => issuesOf(options)).filter(
      (issue) => issue.code === code,
    )
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ edit }) => edit)).toEqual(found.map(() => null))
  })

  const fixable = ERRORS.filter(({ options }) => applyEdits(options, issuesOf(options)) !== null)

  it.each(fixable)('start and let no strangers in: $what', async ({ options }) => {
    const edited = applyEdits(options, configErrorOf(options).issues)
    expect(await strangersUnder(edited?.options)).toEqual([])
  })

  it.each(NOT_OPTIONS)('make options from other values: %o', (given, meant) => {
    const [issue] = configErrorOf(given).issues
    expect(issue?.edit).toEqual({ replace: meant })
    createUntyped(meant)
  })

  it.each(NOTHING_MEANT.map((given) => [given]))('make nothing up: %o', (given) => {
    const [issue] = configErrorOf(given).issues
    expect([issue?.path, issue?.edit]).toEqual(['', null])
    expect(issue?.fix).toBe(
      '{ origin: "https://app.example.com" }, with your own host, or nothing at all for everybody',
    )
  })
})

describe('a fix and its edit', () => {
  const all = ERRORS.flatMap(({ what, options }) =>
    issuesOf(options).map((issue) => ({ what, ...issue })),
  )

  it.each(all)('agree: $what, $path', ({ fix, edit }) => {
    if (edit === null) expect(fix).toMatch(LEFT_TO_A_PERSON)
    else if ('rename' in edit) expect(fix).toBe(`did you mean ${edit.rename}?`)
    else if ('remove' in edit) expect(fix).toMatch(/^remove it\b/)
    else if (!NOT_LITERAL.test(fix)) expect(literalsOf(fix)).toEqual([edit.replace].flat())
  })
})

const LEFT_TO_A_PERSON =
  /^(?:\{ origin: )?"https:\/\/app\.example\.com"(?: \}, with|, with your own host|, or false)|^list the exact origins|^set the variable$|^give the server a name|^for development only: |^use it as it is$/

const NOT_LITERAL =
  /^(?:\{ origin: .* \}|did you mean '[a-z-]+'\?|a plain object: .*|the options themselves, .*)$/

/** The values that a fix begins with. */
function literalsOf(fix: string): readonly unknown[] {
  const [, source, flags] = /^\/(.*)\/([a-z]*)(?:, or .*)?$/.exec(fix) ?? []
  if (source !== undefined) return [new RegExp(source, flags)]
  const text = fix.replace(/, or (?:accept|write) .*$/, '').replaceAll("'", '"')
  const values: unknown = JSON.parse(`[${text}]`)
  return [values].flat(2)
}

const SEED = 20261121

/** Entries of a list of origins, right and wrong ones. */
const anyEntry = fc.constantFrom<unknown>(
  'https://app.example.com',
  'https://*.example.com',
  'http://localhost:*',
  'https://a.test/',
  'a.test, b.test/',
  'http://a.test',
  'http://192.168.0.7:3000',
  'localhost: 3000',
  'wss://a.test',
  'ftp://a.test',
  'file://a.test',
  'https://app-*.example.com',
  'https://undefined',
  'production',
  '*',
  '*:*',
  '',
  'null',
  'NULL',
  'false',
  undefined,
  null,
  false,
  3000,
  /example\.com$/,
  /^https:\/\/a\.test$/g,
  new URL('http://b.test/x'),
  ['https://c.test'],
)

const anyOptions = fc.record(
  {
    origin: fc.oneof(anyEntry, fc.array(anyEntry, { maxLength: 4 })),
    orgin: anyEntry,
    credentials: fc.constantFrom<unknown>(true, 'true', 'false', undefined),
    Credentials: fc.constant(true),
    methods: fc.constantFrom<unknown>(
      'put, TRACE',
      'get post',
      ['', undefined, 'PUT'],
      1,
      '',
      new Set(['GET', 'put']),
      new Set(['patch', 'TRACE']),
    ),
    allowedHeaders: fc.constantFrom<unknown>(
      'x a, y',
      ['Cookie', 'ETag'],
      '',
      null,
      new Set(['x a', 'é']),
    ),
    exposedHeaders: fc.constantFrom<unknown>('*', ['*', 'ETag'], 'Set-Cookie', new Set(['*', 'A'])),
    maxAge: fc.constantFrom<unknown>(-1, '5', Number.POSITIVE_INFINITY, 1e9),
    optionsSuccessStatus: fc.constantFrom<unknown>('200', 500),
    dangerouslyAllow: fc.constantFrom<unknown>(['insecure-orgin', 'x'], true, ['null-origin']),
    ttl: fc.constant(1),
    enforce: fc.constantFrom<unknown>('true', 1, 'reports', 'off', undefined, true),
  },
  { requiredKeys: [] },
)

describe('edits of whatever is wrong together', () => {
  it('start, and let no strangers in', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyOptions, async (options) => {
        const edited = applyEdits(options, issuesOf(options))
        if (edited !== null) expect(await strangersUnder(edited.options)).toEqual([])
      }),
      { numRuns: 500, seed: SEED },
    )
  })
})
