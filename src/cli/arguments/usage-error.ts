/** What an error says, without its name if that says nothing. */
export function messageOf(error: unknown): string {
  return String(error).replace(/^(?:Type)?Error: /, '')
}

/** The command was called wrongly: one sentence, and what to type instead if that is known. */
export class UsageError extends Error {
  readonly instead: string | undefined

  /**
   * @param message one sentence without a capital and a full stop
   * @param instead a word of the command line, an option with its value, or a whole command
   */
  constructor(message: string, instead?: string) {
    super(message)
    this.instead = instead
  }
}
