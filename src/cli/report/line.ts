/** What a terminal shows text as. */
export type Style = 'good' | 'bad' | 'strong' | 'faint'

/** A line of text, with a style for all of it if there is one. */
export type Line = string | readonly [style: Style, text: string]

/** With a capital and a full stop. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

/** Lines under a heading, after an empty line; without lines, no heading either. */
export function section(heading: string, lines: readonly string[]): Line[] {
  if (lines.length === 0) return []
  return ['', ['strong', heading], ...lines.map((line) => `  ${line}`)]
}
