import type { ServerResponse } from 'node:http'
import type { Fields } from './fields.js'
import { messageOf } from './message-of.js'

/** What a command gets besides its input. */
export interface Job {
  /** Aborted when the page cancels or is closed. */
  readonly signal: AbortSignal
  /** Tells the page how far it is. */
  progress(state: object): void
}

/** What the page can ask for. What it returns or throws goes to the page. */
export type Command = (input: Fields, job: Job) => unknown

/**
 * Runs a command and sends lines of JSON: any number of `{"progress"}`, then `{"result"}` or
 * `{"error"}`. The page cancels by closing the connection.
 */
export async function runJob(command: Command, input: Fields, res: ServerResponse): Promise<void> {
  const controller = new AbortController()
  res.on('close', () => controller.abort())
  res.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
  const write = (line: object): void => {
    res.write(`${JSON.stringify(line)}\n`)
  }
  try {
    const progress = (state: object): void => write({ progress: state })
    const result = await command(input, { signal: controller.signal, progress })
    write({ result })
  } catch (error) {
    write({ error: messageOf(error) })
  }
  res.end()
}
