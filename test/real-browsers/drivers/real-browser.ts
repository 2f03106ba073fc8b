export type Engine = 'chromium' | 'firefox' | 'webkit'

/** A real browser whose console can be read. */
export interface TalkingBrowser {
  readonly engine: Engine
  /** Every message on the console since the launch, oldest first, without place and time. */
  readonly printed: readonly string[]
  /** Loads the page, whose scripts may go on. */
  open(url: string): Promise<void>
  close(): Promise<void>
}

/** One real browser with one tab and a profile of its own, which is gone after `close()`. */
export interface RealBrowser {
  readonly engine: Engine
  /** Loads the page and resolves when its scripts have run. */
  open(url: string): Promise<void>
  /**
   * Calls a function in the page with one argument and returns what its promise resolves to; both
   * must survive JSON. `script` is an expression whose value is the function.
   * @throws what the function throws
   */
  evaluate(script: string, argument: unknown): Promise<unknown>
  close(): Promise<void>
}
