import cors, * as root from 'strict-cors'
import manifest from 'strict-cors/package.json' with { type: 'json' }
import * as policy from 'strict-cors/policy'
import * as testing from 'strict-cors/testing'

const facts = {
  root: Object.keys(root),
  policy: Object.keys(policy),
  testing: Object.keys(testing),
  defaultIsCors: cors === root.cors,
  oneErrorClass: root.CorsConfigError === policy.CorsConfigError,
  name: manifest.name,
}
console.log(JSON.stringify(facts))
