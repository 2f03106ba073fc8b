import type { Header } from '../../fetch/header-list.js'
import { enumerate, quote } from '../../fetch/quote.js'
import { readOrigin } from '../arguments/read-origin.js'
import { readUrl } from '../arguments/read-url.js'
import { assertHeaderName, readChoice, readText, toHeader } from '../arguments/read-values.js'
import { suggestName } from '../arguments/suggest-name.js'
import { messageOf, UsageError } from '../arguments/usage-error.js'
import { EXPECTED, type Plan } from './plan.js'
import { sendable } from './sendable.js'

const MEMBERS = [
  'url',
  'origin',
  'method',
  'headers',
  'body',
  'credentials',
  'cookies',
  'expect',
] as const
type Member = (typeof MEMBERS)[number]

const EXAMPLE =
  '[{ "url": "http://localhost:3000/orders", "origin": "http://localhost:5173", "method": "PUT", "expect": "shared" }]'

/** The checks of a JSON file. @throws {UsageError} if it cannot be read or one of them is wrong */
export async function plansFromFile(path: string): Promise<Plan[]> {
  const items = parse(path, await readText(path))
  return items.map((item, index) => {
    try {
      return sendable(readItem(item))
    } catch (error) {
      throw new UsageError(`in ${path}, check ${index + 1}: ${messageOf(error)}`, EXAMPLE)
    }
  })
}

function parse(path: string, text: string): readonly unknown[] {
  let value: unknown
  try {
    // Without the byte order mark that some editors put in front.
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new UsageError(`the file ${path} is not JSON: ${String(error)}`, EXAMPLE)
  }
  if (!Array.isArray(value) || value.length === 0) {
    throw new UsageError(`the file ${path} is not a list of checks`, EXAMPLE)
  }
  return value
}

function readItem(item: unknown): Plan {
  if (!isRecord(item)) throw new UsageError('it is not an object')
  for (const name of Object.keys(item)) {
    if (MEMBERS.some((member) => member === name)) continue
    const suggestion = suggestName(name, MEMBERS)
    throw new UsageError(
      `there is no member ${quote(name)}; ${suggestion === null ? `the members are ${enumerate(MEMBERS, 'and')}` : `did you mean ${quote(suggestion)}?`}`,
    )
  }
  const body = text(item, 'body')
  const { credentials = false } = item
  if (typeof credentials !== 'boolean') throw new UsageError('"credentials" is not true or false')
  return {
    url: readUrl(requiredText(item, 'url')),
    origin: readOrigin(requiredText(item, 'origin')),
    method: text(item, 'method') ?? (body === undefined ? 'GET' : 'POST'),
    headers: readHeaders(item.headers),
    body,
    credentials,
    cookies: text(item, 'cookies'),
    expected: readChoice('"expect"', text(item, 'expect') ?? 'shared', EXPECTED),
  }
}

function requiredText(item: Readonly<Record<string, unknown>>, name: Member): string {
  const value = text(item, name)
  if (value === undefined) throw new UsageError(`"${name}" is missing`)
  return value
}

function text(item: Readonly<Record<string, unknown>>, name: Member): string | undefined {
  const value = item[name]
  if (value === undefined || typeof value === 'string') return value
  throw new UsageError(`"${name}" is not a string`)
}

/** An object from names to values. */
function readHeaders(headers: unknown = {}): Header[] {
  if (!isRecord(headers)) throw new UsageError('"headers" is not an object')
  return Object.entries(headers).map(([name, value], index) => {
    assertHeaderName(name, `"headers", number ${index + 1}`)
    if (typeof value !== 'string') throw new UsageError(`the header ${name} is not a string`)
    return toHeader(name, value)
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
