import { describe, expect, it } from 'vitest'
import { requireExecutable } from './require-executable.js'

describe('requireExecutable', () => {
  it('returns the path of a program that exists', () => {
    expect(requireExecutable(process.execPath, 'nodejs')).toBe(process.execPath)
  })

  it('fails if a program is missing, and names the package', () => {
    expect(() => requireExecutable('/usr/bin/no-such-program', 'no-such-package')).toThrow(
      new Error(
        '/usr/bin/no-such-program is missing, and this test needs it. ' +
          'On Debian: apt-get install --no-install-recommends no-such-package',
      ),
    )
  })
})
