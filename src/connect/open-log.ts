import { type DebugLogger, debuglog } from 'node:util'

/** The log of Node for this package, which writes to stderr with `NODE_DEBUG=strict-cors`. */
export function openLog(): DebugLogger {
  return debuglog('strict-cors')
}
