import { describe, expect, it, vi } from 'vitest'
import { SubdomainSet } from '../../../../src/policy/origins/subdomain-set.js'

/** The suffixes that a set looks up to tell whether it covers an origin. */
function lookUpsOf(hosts: readonly string[], origin: string): readonly unknown[] {
  const set = new SubdomainSet()
  for (const host of hosts) set.add('https', host)
  const has = vi.spyOn(Set.prototype, 'has')
  try {
    set.covers(origin)
    return has.mock.calls.map(([suffix]) => suffix)
  } finally {
    has.mockRestore()
  }
}

describe('the look-ups of a set of subdomains', () => {
  it('are only for lengths that have a dot in their place', () => {
    const hosts = ['b.test', 'xample.com', 'example.com', 'b.xample.com']
    expect(lookUpsOf(hosts, 'https://a.example.com')).toEqual(['.example.com'])
  })

  it('do not grow with the hosts of one length', () => {
    const hosts = Array.from({ length: 1_000 }, (_, index) => `${1_000 + index}.test`)
    expect(lookUpsOf(hosts, 'https://a.9999.test')).toEqual(['.9999.test'])
  })

  it('do not happen for another scheme', () => {
    expect(lookUpsOf(['example.com'], 'http://a.example.com')).toEqual([])
  })
})
