/** Why a text cannot be read, and where. */
export class OptionsTextError extends Error {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number

  constructor(message: string, text: string, position: number) {
    super(message)
    const before = text.slice(0, position).split('\n')
    this.line = before.length
    this.column = Number(before.at(-1)?.length) + 1
  }
}

/** White space and comments of JavaScript. */
const GAP = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y

/** Walks through a text from left to right. */
export class Reader {
  position = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** What `pattern`, which must be sticky, matches here; the reader is then behind it. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    const match = pattern.exec(this.#text)
    if (match !== null) this.position = pattern.lastIndex
    return match
  }

  /** Goes past white space and comments. */
  passGap(): void {
    this.take(GAP)
  }

  /** Whether `token` comes next; the reader is then behind it. */
  accept(token: string): boolean {
    this.passGap()
    if (!this.#text.startsWith(token, this.position)) return false
    this.position += token.length
    return true
  }

  get isAtEnd(): boolean {
    this.passGap()
    return this.position === this.#text.length
  }

  fail(message: string, position = this.position): never {
    throw new OptionsTextError(message, this.#text, position)
  }
}
