import type { ConfigIssue, Edit } from '../../../src/index.js'

/**
 * Options with all edits of some issues made at once, as a program does it; `null` if one of the issues
 * has no edit. Renames come first, since the other paths have the right names.
 */
export function applyEdits(
  options: unknown,
  issues: readonly ConfigIssue[],
): { readonly options: unknown } | null {
  const edits: [path: string, edit: Edit][] = []
  for (const { path, edit } of issues) {
    if (edit === null) return null
    edits.push([path, edit])
  }
  const [whole] = edits
  if (whole?.[0] === '') {
    if (edits.length > 1 || !('replace' in whole[1])) throw new Error('one replacement at most')
    return { options: whole[1].replace }
  }
  const edited: Record<string, unknown> = { ...Object(options) }
  for (const [path, edit] of edits) {
    if (!('rename' in edit)) continue
    const name: unknown = path.startsWith('"') ? JSON.parse(path) : path
    edited[edit.rename] = edited[String(name)]
    delete edited[String(name)]
  }
  const entries = new Map<string, Map<number, readonly unknown[]>>()
  for (const [path, edit] of edits) {
    const [, name = '', index] = /^(\w+)\[(\d+)\]$/.exec(path) ?? []
    if ('rename' in edit) continue
    if (index !== undefined) {
      const list = entries.get(name) ?? new Map<number, readonly unknown[]>()
      entries.set(name, list.set(Number(index), 'replace' in edit ? [edit.replace].flat() : []))
    } else if ('replace' in edit) edited[path] = edit.replace
    else delete edited[path.startsWith('"') ? String(JSON.parse(path)) : path]
  }
  for (const [name, list] of entries) {
    edited[name] = itemsOf(edited[name]).flatMap((item, index) => list.get(index) ?? [item])
  }
  return { options: edited }
}

function itemsOf(value: unknown): readonly unknown[] {
  // Spread, since flatMap would skip the holes of a sparse array.
  if (Array.isArray(value)) return [...value]
  if (typeof value === 'string') return value.split(',').map((item) => item.trim())
  throw new Error('no list')
}
