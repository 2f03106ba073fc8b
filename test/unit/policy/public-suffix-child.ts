import { createRequire } from 'node:module'
import { cors, createPolicy } from '../../../src/index.js'

const { cache } = createRequire(import.meta.url)

function isListLoaded(): boolean {
  return Object.keys(cache).some((file) => file.includes('/node_modules/tldts/'))
}

createPolicy()
createPolicy({ origin: 'https://*.example.com' })
createPolicy({ origin: ['https://app.example.com', 'http://localhost:*'], credentials: true })
createPolicy({ origin: /^https:\/\/[a-z]+\.example\.com$/ })
createPolicy({ origin: 'http://*.localhost', credentials: true })
createPolicy({ origin: 'com.example.app://*.main', credentials: true })
createPolicy({ origin: () => true, credentials: true })
cors({ origin: 'https://app.example.com', credentials: true })
const before = isListLoaded()
createPolicy({ origin: 'https://*.example.com', credentials: true })
console.log(JSON.stringify([before, isListLoaded()]))
