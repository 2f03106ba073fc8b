import type { Arguments, Option } from './arguments/parse-arguments.js'

/** Where a command reads and writes; `process` is one. */
export interface Io {
  readonly stdin: AsyncIterable<unknown> & { readonly isTTY?: boolean | undefined }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Output {
  readonly isTTY?: boolean | undefined
  write(text: string, callback?: (error?: Error | null) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}

/**
 * How a command ends: as expected; not as expected (blocked, a finding, a difference, a message that
 * nobody knows); wrong usage; could not judge (no address, TLS, timeout).
 */
export type Status = 0 | 1 | 2 | 3

/** What `npx strict-cors <name>` does. */
export interface Command {
  /** At most 24 lines, two examples among them. */
  readonly help: string
  readonly options: Readonly<Record<string, Option>>
  /** @throws {UsageError} if it was called wrongly */
  run(args: Arguments, io: Io): Promise<Status>
}
