import { describe, expect, it } from 'vitest'
import { requireExecutable } from './executable.js'

describe('requireExecutable', () => {
  it('returns the path of a program that exists', () => {
    expect(requireExecutable(process.execPath, 'nodejs')).toBe(process.execPath)
  })

  it('fails if a browser is missing, and names the package', () => {
    expect(() => requireExecutable('/usr/bin/no-such-browser', 'no-such-package')).toThrow(
      new Error(
        '/usr/bin/no-such-browser is missing, so this browser cannot be asked. ' +
          'On Debian: apt-get install --no-install-recommends no-such-package',
      ),
    )
  })
})
