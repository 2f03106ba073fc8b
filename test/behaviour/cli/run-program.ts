import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** What `npm run build` makes from src/cli.ts. */
export const PROGRAM = fileURLToPath(new URL('../../../dist/cli/cli.js', import.meta.url))

/** What a program printed, and its exit status. */
export interface Printed {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command as a program of its own, as `npx strict-cors` does. */
export async function runProgram(
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Printed> {
  const program = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env } })
  program.stdin.end(stdin)
  const closed = once(program, 'close')
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)])
  await closed
  return { status: program.exitCode, stdout, stderr }
}
