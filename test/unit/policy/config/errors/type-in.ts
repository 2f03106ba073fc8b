import type { ConfigIssue } from '../../../../../src/index.js'

/** What a fix says to write, as a developer reads it. */
type Edit =
  | { readonly kind: 'replace'; readonly values: readonly unknown[] }
  | { readonly kind: 'remove' }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'set'; readonly option: string; readonly value: unknown }
  | { readonly kind: 'start over'; readonly options: object }

/**
 * The options with an issue's fix typed in; `null` where the fix leaves the choice to the
 * developer.
 */
export function typeIn(options: unknown, { path, fix }: ConfigIssue): unknown {
  const edit = editOf(fix.replace(/, or accept the risk with .*$/, ''))
  if (edit === null) return null
  if (edit.kind === 'start over') return edit.options
  if (typeof options !== 'object' || options === null) throw new Error(`no options at ${path}`)
  const given: Record<string, unknown> = { ...options }
  if (edit.kind === 'set') return { ...given, [edit.option]: edit.value }

  const [, quoted, plain = '', index] = /^(?:(".*")|(\w+)(?:\[(\d+)\])?)$/.exec(path) ?? []
  const name = quoted === undefined ? plain : String(literalOf(quoted))
  if (edit.kind === 'rename') given[edit.name] = given[name]
  if (edit.kind !== 'replace' && index === undefined) delete given[name]
  else if (edit.kind !== 'rename') {
    const values = edit.kind === 'remove' ? [] : edit.values
    given[name] =
      index === undefined ? values[0] : splice(listOf(given[name]), Number(index), values)
  }
  return given
}

/** The options with what the fix says to acknowledge; `null` if it says nothing of it. */
export function acknowledgeIn(options: unknown, { fix }: ConfigIssue): unknown {
  const list = /dangerouslyAllow: (\[.*\])$/.exec(fix)?.[1]
  if (list === undefined || typeof options !== 'object') return null
  return { ...options, dangerouslyAllow: literalOf(list) }
}

function editOf(fix: string): Edit | null {
  if (/^remove it\b/.test(fix)) return { kind: 'remove' }
  const renamed = /^did you mean (\w+)\?$/.exec(fix)?.[1]
  if (renamed !== undefined) return { kind: 'rename', name: renamed }
  const wrapped = /^\{ origin: (.*) \}$/.exec(fix)?.[1]
  if (wrapped !== undefined) return { kind: 'start over', options: { origin: literalOf(wrapped) } }
  const set = /\b(\w+): (".*?"|\[.*?\])(?: alone.*)?$/.exec(fix)
  if (set !== null) {
    const [, option = '', value = ''] = set
    return { kind: 'set', option, value: literalOf(value) }
  }
  const literal = fix.replace(/, (?:or|with) .*$/, '')
  if (!/^(?:["[/\d]|true$|false$)/.test(literal)) return null
  return {
    kind: 'replace',
    values: literal.startsWith('"') ? listOf(`[${literal}]`) : [literalOf(literal)],
  }
}

/** The value of a literal of JavaScript, of the few kinds that a fix is made of. */
function literalOf(text: string): unknown {
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/.exec(text) ?? []
  if (source !== undefined) return new RegExp(source, flags)
  return JSON.parse(text.replaceAll("'", '"'))
}

function splice(list: readonly unknown[], index: number, values: readonly unknown[]): unknown[] {
  return [...list.slice(0, index), ...values, ...list.slice(index + 1)]
}

function listOf(value: unknown): readonly unknown[] {
  const list = typeof value === 'string' && value.startsWith('["') ? literalOf(value) : value
  if (Array.isArray(list)) return list
  if (typeof list === 'string') return list.split(',').map((item) => item.trim())
  throw new Error('no list')
}
