const { createServer } = require('node:http')
const cors = require('strict-cors')
const observe = require('./observe.cjs')

observe({ createServer, cors, createPolicy: cors.createPolicy })
