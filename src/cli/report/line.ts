/** What a terminal shows text as. */
export type Style = 'good' | 'bad' | 'strong' | 'faint'

/** A line of text, with a style for all of it if there is one. */
export type Line = string | readonly [style: Style, text: string]

/** Lines under a heading, after an empty line. */
export function section(heading: string, lines: readonly string[]): Line[] {
  return ['', ['strong', heading], ...lines.map((line) => `  ${line}`)]
}
