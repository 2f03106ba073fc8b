import { debuglog } from 'node:util'
import type { Engine } from '../policy/decide/engine.js'

/** Writes a line to stderr with `NODE_DEBUG=strict-cors`. */
export const debug = debuglog('strict-cors')

/** Whether it does. */
export const DEBUGGING = debug.enabled

const ADVISED = new WeakSet<Engine>()

/**
 * Writes the advice on the options of an engine, the first time that it is seen. Options that a
 * function returns make a new engine each time.
 */
export function writeAdvice(engine: Engine): void {
  if (engine.warnings.length === 0 || ADVISED.has(engine)) return
  ADVISED.add(engine)
  for (const { code, path, message, fix } of engine.warnings)
    debug('%s: %s [%s] → %s', path, message, code, fix)
}
