import { MAX_ORIGIN_LENGTH } from '../../origins/origin-rule.js'
import type { Syntax } from './reading/syntax.js'

/** An expression with more meanings, or with longer ones than origins, counts as unclear. */
const MAX_MEANINGS = 32

/**
 * The texts that whoever wrote a regular expression had in mind, with `*` for what may vary and
 * `?` for what may vary a little, and `^` and `$` where they are; empty if there are too many. A dot
 * by itself is taken for a dot that was not escaped.
 */
export function meaningsOf(syntax: Syntax): readonly string[] {
  switch (syntax.type) {
    case 'characters':
      return [meaningOf(syntax.text, syntax.characters)]
    case 'start':
      return ['^']
    case 'end':
      return ['$']
    case 'look':
      return ['']
    case 'choice':
      return limited(all(syntax.options.map(meaningsOf)))
    case 'sequence':
      return syntax.items.reduce<readonly string[]>(
        (texts, item) => {
          const next = meaningsOf(item)
          return limited(texts.flatMap((text) => next.map((more) => text + more)))
        },
        [''],
      )
    case 'repeat':
      return repeatedMeanings(syntax)
  }
}

function repeatedMeanings({ item, min, max }: Syntax & { type: 'repeat' }): readonly string[] {
  const once = meaningsOf(item)
  if (max === 1) return limited(min === 0 ? [...once, ''] : once)
  // In `/localhost*/` the star was meant to stand by itself.
  const [text = '*'] = once
  if (text.length === 1 && /[a-z0-9]/.test(text)) return [`${text}*`]
  return [max === Number.POSITIVE_INFINITY ? '*' : '?']
}

function meaningOf(text: string, characters: string): string {
  if (text === '.') return '.'
  if (characters === '') return text
  return characters.length === 1 ? characters : '?'
}

function limited(texts: readonly string[]): readonly string[] {
  if (texts.some(({ length }) => length > MAX_ORIGIN_LENGTH)) return []
  const different = [...new Set(texts)]
  return different.length > MAX_MEANINGS ? [] : different
}

/** All texts of all alternatives; none if one of the alternatives has too many. */
function all(alternatives: readonly (readonly string[])[]): readonly string[] {
  return alternatives.some((texts) => texts.length === 0) ? [] : alternatives.flat()
}
