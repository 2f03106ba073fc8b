import * as util from 'node:util'
import type { Io } from '../command.js'
import { escapeForTerminal } from './escape.js'
import type { Line, Style } from './line.js'
import type { Report } from './report.js'

type StyleText = typeof util.styleText

const FORMATS: Readonly<Record<Style, Parameters<StyleText>[0]>> = {
  good: ['bold', 'green'],
  bad: ['bold', 'red'],
  strong: 'bold',
  faint: 'dim',
}

/** Puts a style around text that is safe to print. */
export type Paint = (style: Style, text: string) => string

/** The stories of all entries, for a person. */
export function formatText({ entries, summary }: Report, paint: Paint): string {
  const stories = entries.map(({ text }) => text.map((line) => formatLine(line, paint)).join('\n'))
  const first = summary === undefined ? [] : [paint('strong', escapeForTerminal(summary))]
  return `${[...first, ...stories].join('\n\n')}\n`
}

function formatLine(line: Line, paint: Paint): string {
  return typeof line === 'string'
    ? escapeForTerminal(line)
    : paint(line[0], escapeForTerminal(line[1]))
}

/**
 * Colours on a terminal, unless `NO_COLOR` is set (https://no-color.org) or the terminal has none.
 * @param styleText of `node:util`; missing before Node 20.12
 */
export function choosePaint(
  { stdout, env }: Pick<Io, 'stdout' | 'env'>,
  { styleText }: { readonly styleText?: StyleText } = util,
): Paint {
  const colored = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  if (!colored || styleText === undefined) return (_, text) => text
  // Later versions of Node would ask their own standard output, which need not be this one.
  return (style, text) => styleText(FORMATS[style], text, { validateStream: false })
}
