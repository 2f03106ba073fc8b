import type { Output } from '../command.js'

/** What fails after the reader has gone away. */
const GONE: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED'])

const listened = new WeakSet<Output>()

/** What was to be written is lost, such as on a full disk. */
export class OutputError extends Error {}

/**
 * Waits until the text is out; a reader that goes away early, such as `head`, is no error.
 * @throws {OutputError} if it is lost otherwise
 */
export async function write(output: Output, text: string): Promise<void> {
  // The callback of the write is told the same; without a listener, the event would end the process.
  if (!listened.has(output)) output.on('error', () => {})
  listened.add(output)
  await new Promise<void>((resolve, reject) => {
    output.write(text, (error?: NodeJS.ErrnoException | null) => {
      if (!error || GONE.has(error.code)) resolve()
      else reject(new OutputError(`the output is lost: ${error.message}`))
    })
  })
}
