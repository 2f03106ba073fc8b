import { inspect } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { quote } from '../fetch/quote.js'
import { parseArguments } from './arguments/parse-arguments.js'
import { suggestName } from './arguments/suggest-name.js'
import { UsageError } from './arguments/usage-error.js'
import type { Io, Status } from './command.js'
import { COMMANDS } from './commands/index.js'
import { HELP } from './help.js'
import { escapeForTerminal } from './report/escape.js'
import { OutputError, write } from './report/write.js'

/**
 * Runs one command: results to `stdout`, everything else to `stderr`.
 * @param argv what follows `strict-cors` on the command line
 * @returns the exit status
 */
export async function run(argv: readonly string[], io: Io): Promise<Status> {
  const [first, second, ...others] = argv
  const words = first === 'help' && second !== undefined ? [second, '--help', ...others] : argv
  const [name = '--help', ...rest] = words
  const load = COMMANDS.get(name)
  try {
    if (load === undefined) return await runWithoutCommand(name, io)
    const command = await load()
    if (rest.some((word) => word === '--help' || word === '-h')) {
      await write(io.stdout, command.help)
      return 0
    }
    return await command.run(parseArguments(rest, command.options), io)
  } catch (error) {
    const text =
      error instanceof UsageError
        ? explain(error, load === undefined ? '' : ` ${name}`)
        : describe(error)
    // If that fails too, the status is all that is left.
    await write(io.stderr, text).catch(() => {})
    return error instanceof UsageError ? 2 : 3
  }
}

async function runWithoutCommand(name: string, io: Io): Promise<Status> {
  if (['--help', '-h', 'help'].includes(name)) {
    await write(io.stdout, HELP)
    return 0
  }
  if (name === '--version' || name === '-V') {
    await write(io.stdout, `${manifest.version}\n`)
    return 0
  }
  const isOption = name.startsWith('-')
  const names = isOption ? ['--help', '--version'] : [...COMMANDS.keys()]
  const suggestion = suggestName(name, names)
  throw new UsageError(
    `there is no ${isOption ? 'option' : 'command'} ${quote(name)}${suggestion === null ? '' : `; did you mean ${suggestion}?`}`,
    suggestion === null ? undefined : `npx strict-cors ${suggestion}`,
  )
}

/** An error that is not the fault of the person who typed the command. */
function describe(error: unknown): string {
  if (error instanceof OutputError) return `${escapeForTerminal(capitalize(error.message))}.\n`
  const lines = inspect(error).split('\n').map(escapeForTerminal)
  return `strict-cors has failed; please report this:\n${lines.join('\n')}\n`
}

/** One sentence, and what to type. */
function explain({ message, instead }: UsageError, command: string): string {
  const sentence = capitalize(message)
  const end = /[.?!]$/.test(sentence) ? '' : '.'
  const type = instead ?? `npx strict-cors${command} --help`
  return `${escapeForTerminal(`${sentence}${end}`)}\nType: ${escapeForTerminal(type)}\n`
}

function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
