import type { ConfigIssue } from './config-issue.js'
import type { Edit } from './fix.js'

/** Options with every edit of an error made, or `null` if one of the issues has none. */
export function applyEdits(options: object, issues: readonly ConfigIssue[]): object | null {
  const edited = new Map<string, unknown>(Object.entries(options))
  // From the last entry of a list to the first, so that none moves; unknown names come last of all.
  for (const { path, edit } of [...issues].reverse()) {
    if (edit === null) return null
    const [, name = path, index] = /^(\w+)\[(\d+)\]$/.exec(path) ?? []
    if ('rename' in edit) {
      edited.set(edit.rename, edited.get(name))
      edited.delete(name)
    } else if (index !== undefined) {
      edited.set(name, editList(edited.get(name), Number(index), edit))
    } else if ('replace' in edit) edited.set(name, edit.replace)
    else edited.delete(name)
  }
  return Object.fromEntries(edited)
}

function editList(value: unknown, index: number, edit: Edit): unknown[] {
  const items = Array.isArray(value)
    ? [...value]
    : String(value)
        .split(',')
        .map((item) => item.trim())
  items.splice(index, 1, ...('replace' in edit ? [edit.replace].flat() : []))
  return items
}
