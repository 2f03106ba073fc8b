import cors, * as root from 'strict-cors'
import manifest from 'strict-cors/package.json' with { type: 'json' }
import * as policy from 'strict-cors/policy'
import * as browser from 'strict-cors/testing'

const facts = {
  root: Object.keys(root),
  policy: Object.keys(policy),
  browser: Object.keys(browser),
  defaultIsCors: cors === root.cors,
  oneErrorClass: root.CorsConfigError === policy.CorsConfigError,
  name: manifest.name,
}
console.log(JSON.stringify(facts))
