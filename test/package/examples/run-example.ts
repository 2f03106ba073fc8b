import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** In milliseconds. The slowest example starts a database. */
export const TIMEOUT = 30_000

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly code: number | string | null
  readonly stdout: string
  readonly stderr: string
}

/** The file of an example, by its name below `examples/`. */
export function exampleFile(name: string): string {
  return fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url))
}

/** Runs an example to its end with plain `node`, as its reader would. */
export function runExample(
  name: string,
  nodeOptions: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const args = [...nodeOptions, exampleFile(name)]
    const options = { timeout: TIMEOUT, env: { ...process.env, ...environment } }
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr })
    })
  })
}
