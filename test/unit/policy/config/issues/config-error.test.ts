import { execFile } from 'node:child_process'
import { inspect, promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import cors, { CorsConfigError, checkOrigins, createPolicy } from '../../../../../src/index.js'
import {
  checkOrigins as checkPurely,
  createPolicy as createPurePolicy,
} from '../../../../../src/policy.js'
import { createUntyped } from '../../untyped.js'

function errorOf(call: () => unknown): CorsConfigError {
  try {
    call()
  } catch (error) {
    if (error instanceof CorsConfigError) return error
    throw error
  }
  throw new Error('no error was thrown')
}

describe('a CorsConfigError', () => {
  it('spells out fifty issues and counts the rest', { timeout: 60_000 }, () => {
    const origin = new Array<string>(125_000).fill('https://app.example.com/')
    const error = errorOf(() => createPolicy({ origin }))
    const lines = error.message.split('\n')
    expect(lines[0]).toBe('125000 problems in the CORS options')
    expect(lines).toHaveLength(1 + 2 * 50 + 2)
    expect(lines.at(-2)).toBe('  and 124950 more')
    expect(error.issues).toHaveLength(125_000)
  })

  it.each([
    ['ESM', ['--input-type=module', '-e', "import cors from 'strict-cors'; cors({ maxAge: -1 })"]],
    ['CommonJS', ['-e', "require('strict-cors')({ maxAge: -1 })"]],
  ])('has its name on the terminal if nobody catches it (%s)', async (_format, args) => {
    const run = promisify(execFile)(process.execPath, args)
    await expect(run).rejects.toMatchObject({
      stderr: expect.stringMatching(/^CorsConfigError: 1 problem in the CORS options$/m),
    })
  })

  it('has its name as a class, too, in both formats', async () => {
    const run = promisify(execFile)
    const print = 'console.log(CorsConfigError.name)'
    const esm = `import { CorsConfigError } from 'strict-cors'; ${print}`
    const commonjs = `const { CorsConfigError } = require('strict-cors'); ${print}`
    const { stdout: ofEsm } = await run(process.execPath, ['--input-type=module', '-e', esm])
    const { stdout: ofCommonjs } = await run(process.execPath, ['-e', commonjs])
    expect([ofEsm, ofCommonjs]).toEqual(['CorsConfigError\n', 'CorsConfigError\n'])
  })

  it.each(['https://a.test/', 'https://b.test/'])('says where its call is: %s', (origin) => {
    const calls = [
      () => createPolicy({ origin }),
      () => createPurePolicy({ origin }),
      () => cors({ origin }),
      () => cors().update({ origin }),
      () => Reflect.apply(checkOrigins, undefined, [origin]),
      () => checkPurely([origin], { maxAge: -1 }),
    ]
    const frames = calls.map((call) => errorOf(call).stack?.match(/^ {4}at .*$/m)?.[0])
    expect(frames).toEqual(calls.map(() => expect.stringContaining('config-error.test.ts')))
  })

  it('is thrown even if no stack can be captured', () => {
    const { captureStackTrace } = Error
    try {
      Reflect.deleteProperty(Error, 'captureStackTrace')
      expect(() => cors({ origin: 'https://a.test/' })).toThrow(CorsConfigError)
    } finally {
      Error.captureStackTrace = captureStackTrace
    }
  })

  it('leaves other errors of a call alone', () => {
    const options = Object.defineProperty({}, 'origin', {
      enumerable: true,
      get: () => {
        throw new RangeError('mine')
      },
    })
    expect(() => createUntyped(options)).toThrow(new RangeError('mine'))
  })

  it('does not print its issues a second time', () => {
    const error = errorOf(() => cors({ origin: 'https://a.test/' }))
    expect(inspect(error).split('origin-invalid')).toHaveLength(3)
    expect(Object.keys(error)).toEqual(['code'])
  })

  it('leads to the page of its code, or of all codes', () => {
    const page = 'https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md'
    const lastLine = (call: () => unknown) => errorOf(call).message.split('\n').at(-1)
    expect(lastLine(() => cors({ maxAge: -1 }))).toBe(`  ${page}#max-age-invalid`)
    expect(lastLine(() => cors({ origin: ['https://a.test/', 'b.test'] }))).toBe(
      `  ${page}#origin-invalid`,
    )
    expect(lastLine(() => cors({ origin: 'b.test', maxAge: -1 }))).toBe(`  ${page}`)
  })

  it('says whose options they are, if a function has answered with them', () => {
    const { issues } = errorOf(() => cors({ maxAge: -1 }))
    expect(
      new CorsConfigError(issues, 'answered options').message,
    ).toBe(`1 problem in the options from the function given to cors()
  maxAge  -1  expected whole seconds, 0 or more  [max-age-invalid]
          → remove it; browsers then keep a preflight for 5 seconds
to learn this at start-up, make the policies beforehand with createPolicy(), and answer with one of them
  https://github.com/strict-cors/strict-cors/blob/main/docs/error-codes.md#max-age-invalid`)
  })
})
