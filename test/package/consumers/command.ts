import { execFile } from 'node:child_process'

/** Runs a program to its end and returns what it printed; rejects with all of it if it fails. */
export function run(program: string, args: readonly string[], cwd: string | URL): Promise<string> {
  // Some frameworks behave differently in tests, and vitest says that this is one.
  const env = { ...process.env, NODE_ENV: '' }
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env }, (error, stdout) => {
      if (error) reject(new Error(`${error.message}\n${stdout}`))
      else resolve(stdout)
    })
  })
}
