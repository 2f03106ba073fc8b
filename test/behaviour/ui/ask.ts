import type { Tester } from '../../../src/ui/start-tester.js'

/** What the page’s server sends for a command. */
export interface Reply {
  /** What came before the end. */
  readonly progress: readonly unknown[]
  /** The end: `result` or `error`. */
  readonly end: Readonly<Record<string, unknown>>
}

/** Asks as the page does. */
export async function ask(
  tester: Tester,
  command: string,
  input: object,
  signal?: AbortSignal,
): Promise<Reply> {
  const response = await fetch(tester.url + command, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: new URL(tester.url).origin },
    body: JSON.stringify(input),
    ...(signal && { signal }),
  })
  const lines = (await response.text()).trimEnd().split('\n')
  const messages = lines.map((line) => JSON.parse(line))
  return { progress: messages.slice(0, -1), end: messages.at(-1) }
}
