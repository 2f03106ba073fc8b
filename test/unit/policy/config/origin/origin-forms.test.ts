import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../../../src/index.js'
import { MALFORMED, ORIGIN_FORMS } from './origin-forms.js'

describe.each(ORIGIN_FORMS)('the option origin: $form', ({ origin, allowed, denied }) => {
  const policy = createPolicy({ origin })
  const allowsByRequest = (value: string) =>
    policy.evaluate({ method: 'GET', headers: { origin: value } }).allowed

  it('allows what it covers', () => {
    expect(allowed.filter(policy.isOriginAllowed)).toEqual(allowed)
    expect(allowed.filter(allowsByRequest)).toEqual(allowed)
  })

  it('denies what it does not cover', () => {
    expect(denied.filter(policy.isOriginAllowed)).toEqual([])
    expect(denied.filter(allowsByRequest)).toEqual([])
  })

  it.each(MALFORMED)('denies an Origin that is not a serialized origin: %s', (_what, value) => {
    expect(policy.isOriginAllowed(value)).toBe(false)
    expect(allowsByRequest(value)).toBe(false)
  })

  it('denies a request without Origin if only the origin is asked about', () => {
    expect(policy.isOriginAllowed(undefined)).toBe(false)
  })
})

describe("the option origin: '*'", () => {
  const policy = createPolicy({ origin: '*' })

  it('allows whatever is sent, since it sends none of it back', () => {
    const sent = ['https://app.example.com', 'null', ...MALFORMED.map(([, origin]) => origin)]
    expect(sent.filter(policy.isOriginAllowed)).toEqual(sent)
  })

  it('is the default', () => {
    expect(createPolicy().options).toEqual(policy.options)
    expect(createPolicy({}).options).toEqual(policy.options)
  })
})

describe('an origin of 300 bytes', () => {
  const host = `${'a'.repeat(280)}.example.com`

  it('is still read', () => {
    const policy = createPolicy({ origin: `https://${host}` })
    expect(`https://${host}`).toHaveLength(300)
    expect(policy.isOriginAllowed(`https://${host}`)).toBe(true)
  })

  it('is the longest that a pattern or a regular expression covers', () => {
    const policy = createPolicy({ origin: ['https://*.example.com', /^https:/] })
    expect(policy.isOriginAllowed(`https://${host}`)).toBe(true)
    expect(policy.isOriginAllowed(`https://a${host}`)).toBe(false)
  })
})
