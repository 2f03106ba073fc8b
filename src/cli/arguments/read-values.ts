import { readFile } from 'node:fs/promises'
import type { Header } from '../../fetch/header-list.js'
import { isHeaderValue, normalizeHeaderValue } from '../../fetch/header-value.js'
import { enumerate, quote } from '../../fetch/quote.js'
import { isToken } from '../../fetch/token.js'
import { messageOf, UsageError } from './usage-error.js'

/**
 * `Name: value`. Errors do not quote it, since it may be a secret.
 * @param index which of the options it is, from 0
 * @throws {UsageError} if fetch() would refuse it
 */
export function readHeader(typed: string, index: number): Header {
  const place = `-H number ${index + 1}`
  const colon = typed.indexOf(':')
  if (colon === -1) {
    throw new UsageError(
      `${place} has no colon between the name and the value of the header`,
      "-H 'X-Request-Id: 1'",
    )
  }
  const name = typed.slice(0, colon)
  assertHeaderName(name, place)
  return toHeader(name, typed.slice(colon + 1))
}

/** @throws {UsageError} if it is not the name of a header */
export function assertHeaderName(name: string, place: string): void {
  if (isToken(name)) return
  throw new UsageError(
    `${place} has a name with a character that no header name has, such as a space or a colon`,
  )
}

/** @throws {UsageError} if fetch() would refuse the value, without it */
export function toHeader(name: string, typed: string): Header {
  const value = normalizeHeaderValue(typed)
  if (!isHeaderValue(value)) {
    throw new UsageError(
      `the value of the header ${name} has a character that fetch() refuses: a line break, NUL, or one outside ISO-8859-1`,
    )
  }
  return [name, value]
}

/** Seconds, as milliseconds. @throws {UsageError} if it is not a positive number */
export function readSeconds(option: string, typed: string): number {
  const milliseconds = Number(typed) * 1000
  // What a timer of Node can wait for.
  if (/^[\d.]+$/.test(typed) && milliseconds >= 1 && milliseconds <= 2 ** 31 - 1)
    return milliseconds
  throw new UsageError(`${quote(typed)} is not a number of seconds`, `${option} 5`)
}

/** One of several words. @throws {UsageError} if it is another one */
export function readChoice<Choice extends string>(
  option: string,
  typed: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((one) => one === typed)
  if (choice !== undefined) return choice
  throw new UsageError(`${option} must be ${enumerate(choices, 'or')}, not ${quote(typed)}`)
}

/** The text of a file that an option names. @throws {UsageError} if it cannot be read */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read a file: ${messageOf(error)}`)
  }
}
