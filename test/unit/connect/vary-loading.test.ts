import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import cors from '../../../src/index.js'
import { createReqRes, from } from './serve.js'

const { cache } = createRequire(import.meta.url)

function isVaryLoaded(): boolean {
  return Object.keys(cache).some((file) => file.includes('/node_modules/vary/'))
}

it('the package vary is loaded when there is a Vary to extend, and not before', () => {
  const middleware = cors({ origin: 'https://app.example.com' })
  const plain = createReqRes(from('https://app.example.com'))
  middleware(plain.req, plain.res, () => {})
  expect([plain.res.getHeader('vary'), isVaryLoaded()]).toEqual(['Origin', false])
  const extended = createReqRes(from('https://app.example.com'))
  extended.res.setHeader('Vary', 'Accept')
  middleware(extended.req, extended.res, () => {})
  expect([extended.res.getHeader('vary'), isVaryLoaded()]).toEqual(['Accept, Origin', true])
})
