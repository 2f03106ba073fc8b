import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPolicy } from 'strict-cors'

const policy = createPolicy({
  origin: ['https://app.example.com', 'https://*.partner.example'],
  methods: ['GET', 'PUT'],
})

function preflight(origin, method) {
  return {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method },
  }
}

test('partners may read on every subdomain', () => {
  assert.equal(policy.isOriginAllowed('https://shop.partner.example'), true)
  assert.equal(policy.isOriginAllowed('https://evilpartner.example'), false)
})

test('the app may replace an order', () => {
  const request = preflight('https://app.example.com', 'PUT')
  // As the message, so that a failure says why.
  assert.ok(policy.evaluate(request).allowed, policy.explain(request))
})

test('nobody may delete one', () => {
  const { allowed, denial } = policy.evaluate(preflight('https://app.example.com', 'DELETE'))
  assert.equal(allowed, false)
  assert.equal(denial?.code, 'method-not-allowed')
})
