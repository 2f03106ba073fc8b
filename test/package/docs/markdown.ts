/** A fenced code block. */
export interface Block {
  /** Line of the opening fence, counted from 1. */
  readonly line: number
  readonly language: string
  readonly code: string
}

/** The fenced code blocks of a Markdown text, without the indentation of a list around them. */
export function codeBlocks(markdown: string): Block[] {
  const fences = /^(?<indent> *)```(?<language>\w*)\n(?<code>.*?)^\k<indent>```$/gms
  return [...markdown.matchAll(fences)].map(({ index, groups = {} }) => ({
    line: markdown.slice(0, index).split('\n').length,
    language: groups.language ?? '',
    code: (groups.code ?? '').replaceAll(new RegExp(`^${groups.indent}`, 'gm'), ''),
  }))
}

/** A heading and its level. */
export interface Heading {
  readonly level: number
  readonly text: string
}

export function headings(markdown: string): Heading[] {
  return [...withoutCode(markdown).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', text = '']) => ({
    level: marks.length,
    text,
  }))
}

/** The targets of the links in a text. */
export function links(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
}

/** The fragment that GitHub gives to a heading. */
export function anchorOf({ text }: Heading): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^ *```.*?^ *```$/gms, '')
}
