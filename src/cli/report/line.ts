/** What a terminal shows text as. */
export type Style = 'good' | 'bad' | 'strong' | 'faint'

/** A line of text, with a style for all of it if there is one. */
export type Line = string | readonly [style: Style, text: string]

/** Lines under a heading, after an empty line; nothing if there are none. */
export function section(heading: string, lines: readonly string[]): Line[] {
  if (lines.length === 0) return []
  return ['', ['strong', heading], ...lines.map((line) => `  ${line}`)]
}
