export type Engine = 'chromium' | 'firefox' | 'webkit'

/** One real browser with one tab and a profile of its own, which is gone after `close()`. */
export interface RealBrowser {
  readonly engine: Engine
  /** Loads the page and resolves when its scripts have run. */
  open(url: string): Promise<void>
  /**
   * Calls a function in the page with one argument and gives what its promise resolves to; both
   * must survive JSON. `script` is an expression whose value is the function.
   * @throws what the function throws
   */
  evaluate(script: string, argument: unknown): Promise<unknown>
  close(): Promise<void>
}
