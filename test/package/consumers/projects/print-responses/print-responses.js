const http = require('node:http')
const { text } = require('node:stream/consumers')

const APP = 'https://app.example.com'
const STRANGER = 'https://stranger.example'

const REQUESTS = [
  { name: 'preflight of the app', method: 'OPTIONS', path: '/', headers: preflightFrom(APP) },
  {
    name: 'preflight of a stranger',
    method: 'OPTIONS',
    path: '/',
    headers: preflightFrom(STRANGER),
  },
  { name: 'request of the app', method: 'GET', path: '/', headers: { origin: APP } },
  { name: 'request of a stranger', method: 'GET', path: '/', headers: { origin: STRANGER } },
  { name: 'request without an origin', method: 'GET', path: '/', headers: {} },
  { name: 'nothing found for the app', method: 'GET', path: '/missing', headers: { origin: APP } },
]

function preflightFrom(origin) {
  return {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'x-requested-with',
  }
}

/** Prints the response of a listening server to each of the requests, as JSON. */
async function printResponses(server, send = sendHttp1) {
  const { port } = server.address()
  const responses = {}
  for (const { name, ...request } of REQUESTS) {
    const { status, headers, body } = await send(port, request)
    responses[name] = { status, ...pick(headers), ...(status === 200 && { body }) }
  }
  console.log(JSON.stringify(responses))
}

function sendHttp1(port, { method, path, headers }) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false }
    const request = http.request(options, async (response) => {
      resolve({
        status: response.statusCode,
        headers: response.headers,
        body: await text(response),
      })
    })
    request.on('error', reject)
    request.end()
  })
}

function pick(headers) {
  const names = Object.keys(headers).filter((name) => /^(access-control-.*|vary)$/.test(name))
  return Object.fromEntries(names.map((name) => [name, headers[name]]))
}

module.exports = { printResponses }
