/** @jest-environment jsdom */
const cors = require('strict-cors')

test('CommonJS loads if there is a document, and finds the public suffix list', () => {
  expect(document.nodeType).toBe(9)
  cors({ origin: 'https://*.example.com', credentials: true })
  expect(() => cors({ origin: 'https://*.github.io', credentials: true })).toThrow(
    'public-suffix-wildcard',
  )
})
