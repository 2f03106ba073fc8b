import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../src/policy.js'
import { SERIALIZED_ORIGIN } from '../../unit/fetch/serialized-origin-grammar.js'

const label = fc.constantFrom('a', 'b', 'ab', 'a-b', 'example', 'evilexample', 'com', 'localhost')
const scheme = fc.constantFrom('https', 'https', 'http', 'capacitor')

/** Rules of few names, so that they often differ in one place only. */
const anyRule = fc
  .record({
    scheme,
    subdomains: fc.boolean(),
    labels: fc.array(label, { minLength: 1, maxLength: 3 }),
    port: fc.constantFrom('', '', ':8443', ':8', ':*'),
  })
  .map(
    ({ scheme, subdomains, labels, port }) =>
      `${scheme}://${subdomains ? '*.' : ''}${labels.join('.')}${port}`,
  )

/** What an origin has in the place of a wildcard; often something that is not allowed there. */
const host = fc.constantFrom(
  'a.',
  'a.b.',
  'a-b.',
  'a..',
  '.',
  '',
  '-a.',
  '*.',
  'evil',
  'a.example.',
)
const port = fc.constantFrom('', ':8443', ':8', ':0', ':443', ':80', ':', ':*', ':08', ':70000')

const slip = fc.record({
  at: fc.nat(40),
  removed: fc.constantFrom(0, 0, 1, 2),
  added: fc.constantFrom('', 'a', 'b', '.', '-', ':', '8', '/', '@', ' ', 'A', 'com.'),
})

/** Origins that a rule covers, most of them with a slip or two. */
function near(rule: string): fc.Arbitrary<string> {
  return fc
    .tuple(host, port, scheme, fc.boolean(), fc.array(slip, { maxLength: 2 }))
    .map(([host, port, scheme, otherScheme, slips]) => {
      const filled = rule.replace('*.', host).replace(':*', port)
      const origin = otherScheme ? filled.replace(/^[a-z]+/, scheme) : filled
      return slips.reduce(
        (value, { at, removed, added }) =>
          `${value.slice(0, at)}${added}${value.slice(at + removed)}`,
        origin,
      )
    })
}

/**
 * Whether browsers send this: it follows the grammar, and the URL serializer leaves it as it is.
 */
function isSent(origin: string): boolean {
  if (!SERIALIZED_ORIGIN.test(origin) || !URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  return `${protocol}//${host}` === origin
}

interface Parts {
  readonly scheme: string
  readonly labels: readonly string[]
  readonly port: string
}

function split(text: string): Parts {
  const [scheme = '', rest = ''] = text.split('://')
  const [host = '', port = ''] = rest.split(':')
  return { scheme, labels: host.split('.'), port }
}

/** The rule of the documentation, by the letter: label by label from the right. */
function covers(rule: string, origin: string): boolean {
  const [wanted, given] = [split(rule), split(origin)]
  if (wanted.scheme !== given.scheme) return false
  if (wanted.port !== '*' && wanted.port !== given.port) return false
  const [mask, labels] = [[...wanted.labels].reverse(), [...given.labels].reverse()]
  if (mask.at(-1) !== '*') return mask.join(' ') === labels.join(' ')
  mask.pop()
  return labels.length > mask.length && mask.every((label, index) => label === labels[index])
}

const rulesAndOrigin = fc
  .array(anyRule, { minLength: 1, maxLength: 6 })
  .chain((rules) => fc.tuple(fc.constant(rules), fc.constantFrom(...rules).chain(near)))

describe('matching an origin against patterns', () => {
  it('compares label by label', () => {
    const seen = { allowed: 0, wellFormedAndDenied: 0, malformed: 0 }
    fc.assert(
      fc.property(rulesAndOrigin, ([rules, origin]) => {
        const sent = isSent(origin)
        const expected = sent && rules.some((rule) => covers(rule, origin))
        expect(createPolicy({ origin: rules }).isOriginAllowed(origin)).toBe(expected)
        seen[expected ? 'allowed' : sent ? 'wellFormedAndDenied' : 'malformed']++
      }),
      { seed: 20261120, numRuns: 10_000 },
    )
    // Each side of the claim has been seen often.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1000)
  })
})
