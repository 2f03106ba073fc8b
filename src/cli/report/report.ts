import type { Status } from '../command.js'
import type { Line } from './line.js'

/** One thing that a command found out, in the shape of every format. */
export interface Entry {
  readonly state: 'as-expected' | 'not-as-expected' | 'not-judged'
  /** What was asked, in one line. */
  readonly name: string
  /** What came out, in a few words. */
  readonly title: string
  /** Why, and what to do; a few sentences. */
  readonly message: string
  /** Everything that there is to say. */
  readonly text: readonly Line[]
  /** The member of the list in JSON; `null` if the list leaves it out. */
  readonly data: object | null
}

/** What a command found out. */
export interface Report {
  /** What was asked, in one line. */
  readonly name: string
  /** What the entries are called in JSON. */
  readonly list: 'checks' | 'findings' | 'differences' | 'explanations'
  readonly entries: readonly Entry[]
  /** The first line of the text, if the entries do not say it all. */
  readonly summary?: string | undefined
  /** The file that asked for it. */
  readonly file?: string | undefined
}

/** `1 check`, `2 checks`. */
export function countOf(count: number, list: string): string {
  return `${count} ${count === 1 ? list.slice(0, -1) : list}`
}

/** An entry that could not be judged weighs more than one that is not as expected. */
export function statusOf({ entries }: Pick<Report, 'entries'>): Status {
  if (entries.some(({ state }) => state === 'not-judged')) return 3
  return entries.every(({ state }) => state === 'as-expected') ? 0 : 1
}
