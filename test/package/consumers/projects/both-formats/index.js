import { createRequire } from 'node:module'
import * as esm from 'strict-cors'
import { createPage } from 'strict-cors/testing'

const commonjs = createRequire(import.meta.url)('strict-cors')
const options = { origin: 'https://app.example.com', credentials: true }

async function outcomes(middleware) {
  const listener = (req, res) => middleware(req, res, () => res.end())
  const check = async (origin) => {
    const page = createPage(listener, { origin })
    const { outcome } = await page.check('/', { method: 'PUT', credentials: 'include' })
    return outcome
  }
  return [await check('https://app.example.com'), await check('https://stranger.example')]
}

const facts = {
  twoCopies: esm.cors !== commonjs.cors,
  policyOfCommonjsInEsm: await outcomes(esm.cors(commonjs.createPolicy(options))),
  policyOfEsmInCommonjs: await outcomes(commonjs.cors(esm.createPolicy(options))),
  policyOfCommonjsByDelegateOfEsm: await outcomes(esm.cors(() => commonjs.createPolicy(options))),
}
console.log(JSON.stringify(facts))
