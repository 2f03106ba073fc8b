const cors = require('strict-cors')
const testing = require('strict-cors/testing')
const manifest = require('strict-cors/package.json')
const policy = require('strict-cors/policy')

const facts = {
  root: Object.keys(cors),
  policy: Object.keys(policy),
  testing: Object.keys(testing),
  rootIs: typeof cors,
  defaultIsCors: cors.default === cors && cors.cors === cors,
  oneErrorClass: cors.CorsConfigError === policy.CorsConfigError,
  name: manifest.name,
}
console.log(JSON.stringify(facts))
