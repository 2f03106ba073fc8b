import type { ServerResponse } from 'node:http'
import type { Fields } from './form/fields.js'
import type { Command } from './tabs/command.js'
import { messageOf } from './tabs/message-of.js'

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
