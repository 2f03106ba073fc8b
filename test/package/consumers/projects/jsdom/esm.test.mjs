/** @jest-environment jsdom */
import { createRequire } from 'node:module'
import cors from 'strict-cors'

const required = createRequire(import.meta.url)('strict-cors')

test.each([cors, required])('both formats load if there is a document', (middleware) => {
  expect(document.nodeType).toBe(9)
  middleware({ origin: 'https://*.example.com', credentials: true })
  expect(() => middleware({ origin: 'https://*.github.io', credentials: true })).toThrow(
    'public-suffix-wildcard',
  )
})
