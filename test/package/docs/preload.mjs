// Loaded before a block of the README: its servers take a free port and do not keep it running, and
// what it throws is printed as a developer would see it.
import { Server } from 'node:net'

const { listen } = Server.prototype
Server.prototype.listen = function listenBriefly(port, ...rest) {
  return listen.call(this, port === 3000 ? 0 : port, ...rest).unref()
}

process.on('uncaughtException', (error) => {
  console.log(String(error))
})
