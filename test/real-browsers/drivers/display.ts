import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { requireExecutable } from '../../support/require-executable.js'
import { stopProcess } from '../../support/stop-process.js'

export interface Display {
  /** The value of the environment variable `DISPLAY`: `:99`. */
  readonly name: string
  close(): Promise<void>
}

/** A virtual screen, for a browser that has no headless mode. */
export async function openDisplay(): Promise<Display> {
  const executable = requireExecutable('/usr/bin/Xvfb', 'xvfb')
  const server = spawn(executable, ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const numbers = server.stdio[3]
  if (!(numbers instanceof Readable)) throw new Error('Xvfb has no pipe to say its display on')
  for await (const number of createInterface({ input: numbers })) {
    return { name: `:${number}`, close: () => stopProcess(server) }
  }
  throw new Error('Xvfb ended before it had a display')
}
