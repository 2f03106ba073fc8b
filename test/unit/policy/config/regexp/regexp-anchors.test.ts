import { describe, expect, it } from 'vitest'
import { isSerializedOrigin } from '../../../../../src/fetch/origin.js'
import { attackerOrigin } from '../../../../../src/policy/config/regexp/attacker-origin.js'
import {
  anchor,
  isAnchored,
  withoutMemory,
} from '../../../../../src/policy/config/regexp/regexp-anchors.js'

const ANCHORED: readonly RegExp[] = [
  /^https:\/\/a\.test$/,
  /^https:\/\/(?:a|b)\.test$/,
  /^(?:https:\/\/a\.test|https:\/\/b\.test)$/,
  /^https:\/\/a\.test$|^https:\/\/b\.test$/,
  /^https:\/\/a\.test\\$/,
  /^https:\/\/[|()]\.test$/,
  /^https:\/\/a\|b\.test$/,
  /^https:\/\/(?<name>a|b)\.test$/,
  /^(?=https)https:\/\/a(?!b)(?<=a)(?<!b)\.test$/,
  /^https:\/\/a{2}b{1,}c{1,3}\.test$/,
  /^$/,
]

interface LooseCase {
  readonly regexp: RegExp
  /** Whom it lets in; `null` if nobody is found. */
  readonly attacker: string | null
  /** `null` if it cannot be told whose origins it is for. */
  readonly fixed: RegExp | null
}

const LOOSE: readonly LooseCase[] = [
  {
    regexp: /example\.com/,
    attacker: 'https://example.com.evil.test',
    fixed: /^https:\/\/(?:[a-z0-9-]+\.)*example\.com$/,
  },
  {
    regexp: /example\.com$/,
    attacker: 'https://evilexample.com',
    fixed: /^https:\/\/(?:[a-z0-9-]+\.)*example\.com$/,
  },
  {
    regexp: /\bexample\.com$/,
    attacker: 'https://evil-example.com',
    fixed: /^https:\/\/(?:[a-z0-9-]+\.)*\bexample\.com$/,
  },
  {
    regexp: /\.example\.com$/,
    attacker: 'http://evil.example.com',
    fixed: /^https:\/\/[a-z0-9.-]+\.example\.com$/,
  },
  {
    regexp: /^https:\/\/example\.com/,
    attacker: 'https://example.com.evil.test',
    fixed: /^https:\/\/example\.com$/,
  },
  {
    regexp: /^https:\/\/example\.com\$/,
    attacker: null,
    fixed: null,
  },
  {
    regexp: /^https:\/\//,
    attacker: 'https://evil.test',
    fixed: null,
  },
  {
    regexp: /https:\/\/example\.com$/,
    attacker: null,
    fixed: /^https:\/\/example\.com$/,
  },
  {
    regexp: /\/\/example\.com$/,
    attacker: null,
    fixed: /^https:\/\/example\.com$/,
  },
  {
    regexp: /:\/\/example\.com/,
    attacker: null,
    fixed: /^https:\/\/example\.com$/,
  },
  {
    regexp: /^https:\/\/example\.com(:\d+)?/,
    attacker: 'https://example.com.evil.test',
    fixed: /^https:\/\/example\.com(:\d+)?$/,
  },
  {
    regexp: /^http:\/\/localhost:[0-9]{4}/,
    attacker: 'http://localhost:11111',
    fixed: /^http:\/\/localhost:[0-9]{4}$/,
  },
  {
    regexp: /^https:\/\/pr-[0-9]{2,}\.example\.com/,
    attacker: 'https://pr-11.example.com.evil.test',
    fixed: /^https:\/\/pr-[0-9]{2,}\.example\.com$/,
  },
  {
    regexp: /^https?:\/\/(.+\.)?example\.com(?::\d{2,5})?/,
    attacker: 'https://a.example.com.evil.test',
    fixed: /^https?:\/\/(.+\.)?example\.com(?::\d{2,5})?$/,
  },
  {
    regexp: /^https:\/\/(?:app|www)\.example\.com/,
    attacker: 'https://app.example.com.evil.test',
    fixed: /^https:\/\/(?:app|www)\.example\.com$/,
  },
  {
    regexp: /^https:\/\/(?:(?:x|y)z|w)\.example\.com/,
    attacker: 'https://xz.example.com.evil.test',
    fixed: /^https:\/\/(?:(?:x|y)z|w)\.example\.com$/,
  },
  {
    regexp: /^https:\/\/(?<sub>\w{3})\.example\.com/,
    attacker: 'https://aaa.example.com.evil.test',
    fixed: /^https:\/\/(?<sub>\w{3})\.example\.com$/,
  },
  {
    regexp: /^https:\/\/[a-z]+[^.]\.example\.com/,
    attacker: 'https://aa.example.com.evil.test',
    fixed: /^https:\/\/[a-z]+[^.]\.example\.com$/,
  },
  {
    regexp: /^https:\/\/[\d-]\.example\.com/,
    attacker: 'https://1.example.com.evil.test',
    fixed: /^https:\/\/[\d-]\.example\.com$/,
  },
  {
    regexp: /^https:\/\/a\.test$|^https:\/\/b\.test/,
    attacker: 'https://b.test.evil.test',
    fixed: /^https:\/\/a\.test$|^https:\/\/b\.test$/,
  },
  {
    regexp: /a\.test|b\.test/,
    attacker: 'https://a.test.evil.test',
    fixed: /^https:\/\/(?:[a-z0-9-]+\.)*a\.test$|^https:\/\/(?:[a-z0-9-]+\.)*b\.test$/,
  },
  {
    regexp: /EXAMPLE\.COM$/i,
    attacker: 'https://evilexample.com',
    fixed: /^https:\/\/(?:[a-z0-9-]+\.)*EXAMPLE\.COM$/i,
  },
  {
    regexp: /\.com$/,
    attacker: 'https://evil.com',
    fixed: null,
  },
  {
    regexp: /-app\.example\.com$/,
    attacker: 'https://evil-app.example.com',
    fixed: null,
  },
  {
    regexp: /(\.|^)localhost:\d+$/,
    attacker: 'https://evil.localhost:1',
    fixed: /^http:\/\/[a-z0-9.-]+(\.|^)localhost:\d+$/,
  },
  {
    regexp: /example\.com$/gy,
    attacker: 'https://evilexample.com',
    fixed: /^https:\/\/(?:[a-z0-9-]+\.)*example\.com$/,
  },
]

describe('isAnchored', () => {
  it.each(ANCHORED)('takes %s for whole origins', (regexp) => {
    expect(isAnchored(regexp)).toBe(true)
    expect(anchor(regexp)).toEqual(regexp)
  })

  it.each(LOOSE)('takes $regexp for a part of an origin', ({ regexp }) => {
    expect(isAnchored(regexp)).toBe(false)
  })
})

describe('attackerOrigin', () => {
  it.each(LOOSE)('finds whom $regexp lets in: $attacker', ({ regexp, attacker }) => {
    expect(attackerOrigin(regexp)).toBe(attacker)
  })

  const found = LOOSE.flatMap(({ regexp, attacker }) =>
    attacker === null ? [] : [{ regexp, attacker }],
  )

  it.each(found)('$attacker is an origin, let in by $regexp, and not by its fix', (claim) => {
    const { regexp, attacker } = claim
    expect(isSerializedOrigin(attacker)).toBe(true)
    expect(withoutMemory(regexp.source, regexp).test(attacker)).toBe(true)
    expect(anchor(regexp)?.test(attacker)).not.toBe(true)
  })

  it("does not move the caller's lastIndex", () => {
    const regexp = /example\.com/g
    attackerOrigin(regexp)
    expect(regexp.lastIndex).toBe(0)
  })
})

describe('anchor', () => {
  it.each(LOOSE)('makes $regexp match whole origins: $fixed', ({ regexp, fixed }) => {
    expect(anchor(regexp)).toEqual(fixed)
    expect(fixed === null || isAnchored(fixed)).toBe(true)
  })
})
