import { describe, expect, it } from 'vitest'
import lock from '../package-lock.json' with { type: 'json' }

describe('package-lock.json', () => {
  it('has the integrity of every package, those of other platforms included', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter(([, entry]) => !('integrity' in entry))).toEqual([])
  })
})
