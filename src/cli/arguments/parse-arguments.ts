import { parseArgs } from 'node:util'
import { shellWord } from '../../browser/messages/check-command.js'
import { quote } from '../../fetch/quote.js'
import { suggestName } from './suggest-name.js'
import { UsageError } from './usage-error.js'

/** An option of a command; its key is the long name. */
export interface Option {
  /** What a value looks like; omitted if the option has none. */
  readonly example?: string
  /** Whether its value may be empty. */
  readonly empty?: boolean
  /** The one-letter name. */
  readonly short?: string
  /** Whether it may be given several times. */
  readonly multiple?: boolean
}

/** What was typed, without the name of the command. */
export interface Arguments {
  readonly positionals: readonly string[]
  /** The value of an option that is given once; `undefined` if it is not given. */
  one(name: string): string | undefined
  /** The values of an option that may be given several times. */
  all(name: string): readonly string[]
  has(name: string): boolean
}

/** @throws {UsageError} if an option is unknown, lacks its value or is given too often */
export function parseArguments(
  argv: readonly string[],
  options: Readonly<Record<string, Option>>,
): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { example, short }]) => [
        name,
        { type: example === undefined ? 'boolean' : 'string', ...(short && { short }) },
      ]),
    ),
    // Node's errors in strict mode suggest neither a name nor a value.
    strict: false,
    tokens: true,
  })
  const positionals: string[] = []
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) throw unknownOption(rawName, Object.keys(options))
    assertValue(rawName, option, value)
    // As in Node's strict mode: what looks like an option is one whose predecessor lacks its value.
    if (inlineValue === false && value.startsWith('-') && value !== '-') {
      throw isOption(value, options)
        ? lacksValue(rawName, option)
        : new UsageError(
            `${rawName} needs a value; one that begins with - follows an equals sign`,
            `--${name}=${shellWord(value)}`,
          )
    }
    const given = values.get(name) ?? []
    if (given.length > 0 && option.multiple !== true) {
      throw new UsageError(`${rawName} is given twice; one is allowed`)
    }
    values.set(name, [...given, value ?? ''])
  }
  return {
    positionals,
    one: (name) => values.get(name)?.[0],
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  }
}

function unknownOption(rawName: string, names: readonly string[]): UsageError {
  const suggestion = suggestName(rawName.replace(/^--?/, ''), names)
  return suggestion === null
    ? new UsageError(`there is no option ${quote(rawName)}`)
    : new UsageError(`there is no option ${quote(rawName)}; did you mean --${suggestion}?`)
}

function assertValue(rawName: string, option: Option, value: string | undefined): void {
  if (option.example === undefined) {
    if (value === undefined) return
    throw new UsageError(`${rawName} takes no value`, rawName)
  }
  if (value === undefined || (value === '' && option.empty !== true)) {
    throw lacksValue(rawName, option)
  }
}

function lacksValue(rawName: string, { example }: Option): UsageError {
  return new UsageError(`${rawName} needs a value`, `${rawName} ${example}`)
}

/** Whether a word is an option of the command, rather than a value that begins with `-`. */
function isOption(word: string, options: Readonly<Record<string, Option>>): boolean {
  const [long = ''] = word.slice(2).split('=')
  return word.startsWith('--')
    ? Object.hasOwn(options, long)
    : Object.values(options).some(({ short }) => short === word[1])
}
