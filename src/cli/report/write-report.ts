import type { Arguments } from '../arguments/parse-arguments.js'
import { readChoice } from '../arguments/read-values.js'
import type { Io, Status } from '../command.js'
import { escapeForTerminal } from './escape.js'
import { formatGithub } from './github.js'
import { formatJson } from './json.js'
import { formatJunit } from './junit.js'
import { type Report, statusOf } from './report.js'
import { choosePaint, formatText } from './text.js'
import { write } from './write.js'

const FORMATS = ['text', 'json', 'junit', 'github'] as const
type Format = (typeof FORMATS)[number]

/** The option that every command with a report has. */
export const FORMAT_OPTION = { format: { example: 'json' } }

/** Before anything is sent. @throws {UsageError} if there is no such format */
export function readFormat(args: Arguments): Format {
  return readChoice('--format', args.one('format') ?? 'text', FORMATS)
}

/** Writes the report to standard output and gives the status that follows from it. */
export async function writeReport(report: Report, format: Format, io: Io): Promise<Status> {
  await write(io.stdout, formatReport(report, format, io))
  // JSON leaves out entries without data; the other formats contain every entry.
  const notInJson = format === 'json' ? report.entries.filter(({ data }) => data === null) : []
  for (const { message } of notInJson) await write(io.stderr, `${escapeForTerminal(message)}\n`)
  return statusOf(report)
}

function formatReport(report: Report, format: Format, io: Io): string {
  switch (format) {
    case 'text':
      return formatText(report, choosePaint(io))
    case 'json':
      return formatJson(report)
    case 'junit':
      return formatJunit(report)
    case 'github':
      return formatGithub(report)
  }
}
