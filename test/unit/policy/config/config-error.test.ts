import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CorsConfigError, createPolicy } from '../../../../src/index.js'

function errorOf(count: number): unknown {
  try {
    createPolicy({ origin: new Array<string>(count).fill('https://app.example.com/') })
  } catch (error) {
    return error
  }
  return undefined
}

describe('a CorsConfigError', () => {
  it('spells out fifty issues and counts the rest', () => {
    const error = errorOf(125_000)
    expect(error).toBeInstanceOf(CorsConfigError)
    if (!(error instanceof CorsConfigError)) return
    const lines = error.message.split('\n')
    expect(lines[0]).toBe('125000 problems in the CORS options')
    expect(lines).toHaveLength(1 + 2 * 50 + 1)
    expect(lines.at(-1)).toBe('  and 124950 more')
    expect(error.issues).toHaveLength(125_000)
  })

  it.each([
    ['ESM', ['--input-type=module', '-e', "import cors from 'strict-cors'; cors({ maxAge: -1 })"]],
    ['CommonJS', ['-e', "require('strict-cors')({ maxAge: -1 })"]],
  ])('has its name on the terminal where nobody catches it (%s)', async (_format, args) => {
    const run = promisify(execFile)(process.execPath, args)
    await expect(run).rejects.toMatchObject({
      stderr: expect.stringMatching(/^CorsConfigError: 1 problem in the CORS options$/m),
    })
  })
})
