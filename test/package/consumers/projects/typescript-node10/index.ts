import cors, { type CorsOptions } from 'strict-cors'
import { createPolicy, type Policy } from 'strict-cors/policy'
import { createPage, type Verdict } from 'strict-cors/testing'

const options: cors.CorsOptions = { origin: 'https://app.example.com' }
const same: CorsOptions = options
const policy: Policy = createPolicy({ origin: 'https://app.example.com' })
export const middleware = [cors(same), cors(policy), cors<cors.CorsRequest>(options)]
export const check = (): Promise<Verdict> =>
  createPage('http://localhost', { origin: 'https://app.example.com' }).check('/')
