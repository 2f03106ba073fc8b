import { Readable } from 'node:stream'
import type { Output } from '../../../src/cli/command.js'
import { COMMANDS } from '../../../src/cli/commands/index.js'
import { run } from '../../../src/cli/run.js'

// Loaded here, so that no test's time limit covers it.
await Promise.all([...COMMANDS.values()].map((load) => load()))

/** What a command printed, and its exit status. */
export interface Printed {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

interface Surroundings {
  readonly stdin?: string | Iterable<Uint8Array>
  readonly isTTY?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command in this process, with streams of its own. */
export async function runCommand(
  argv: readonly string[],
  { stdin = '', isTTY = false, env = {} }: Surroundings = {},
): Promise<Printed> {
  const stdout = new Text(isTTY)
  const stderr = new Text(isTTY)
  const input = Object.assign(Readable.from(typeof stdin === 'string' ? [stdin] : stdin), { isTTY })
  const status = await run(argv, { stdin: input, stdout, stderr, env })
  return { status, stdout: stdout.text, stderr: stderr.text }
}

class Text implements Output {
  text = ''

  constructor(readonly isTTY: boolean) {}

  write(text: string, callback?: () => void): void {
    this.text += text
    callback?.()
  }

  on(): void {}
}

/** What is common to most checks. */
export const PAGE = 'http://localhost:5173'
