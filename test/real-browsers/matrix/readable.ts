import type { Verdict } from '../../../src/testing.js'
import type { PageResult } from '../pages/page.js'

/** What script could read of a response. */
export interface Readable {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** @returns `undefined` if the page could read nothing, or only saw that an element loaded */
export function readableOfResult(result: PageResult): Readable | undefined {
  if (!result.shared || result.response === undefined) return undefined
  const { status, headers, body } = result.response
  const lowercased = headers.map(([name, value]) => [name.toLowerCase(), value] as const)
  return { status, headers: lasting(Object.fromEntries(lowercased)), body }
}

export function readableOfVerdict({ response }: Verdict): Readable | undefined {
  if (response === undefined) return undefined
  const { status, headers, body } = response
  return { status, headers: lasting(headers), body }
}

/** Both parties have connections of their own, and may get their responses in different seconds. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'date']

function lasting(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name))
  return Object.fromEntries(entries)
}
