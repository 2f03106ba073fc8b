import { describe, expect, it } from 'vitest'
import { createPolicy } from '../../../src/index.js'

const ORIGIN = 'https://app.example.com'

function preflightFor(method: string) {
  return {
    method: 'OPTIONS',
    headers: { origin: ORIGIN, 'access-control-request-method': method },
  }
}

describe('Access-Control-Request-Method', () => {
  const reflecting = createPolicy({ origin: ORIGIN, methods: '*', credentials: true })

  it('is reflected up to 100 bytes', () => {
    const method = 'M'.repeat(100)
    expect(reflecting.evaluate(preflightFor(method))).toMatchObject({
      allowed: true,
      headers: { 'Access-Control-Allow-Methods': method },
    })
  })

  it.each(['M'.repeat(101), 'M'.repeat(60_000), 'x '.repeat(7_500)])(
    'is denied and never reflected when it is longer',
    (method) => {
      const { headers, denial } = reflecting.evaluate(preflightFor(method))
      expect(headers).not.toHaveProperty('Access-Control-Allow-Methods')
      expect(denial?.code).toBe('method-not-allowed')
      expect(denial?.message).toHaveLength(233)
    },
  )
})
