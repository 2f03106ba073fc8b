import type { Edit } from '../../policy/config/issues/fix.js'
import type { Member, Node, ObjectNode, Range } from './node.js'
import { printLiteral } from './print-literal.js'

/**
 * Changes one place of the text and leaves the rest as it was typed.
 * @param path as in `ConfigIssue.path`: `origin`, `origin[2]`
 * @returns the new text; `null` if the text has no such place
 */
export function applyEdit(text: string, root: ObjectNode, path: string, edit: Edit): string | null {
  const entry = /\[(\d+)\]$/.exec(path)
  const name = path.slice(0, entry?.index)
  const member = root.members.find((candidate) => candidate.name === unquote(name))
  // A misspelt option is judged under its right name, which the text gets by another edit.
  if (member === undefined) return null
  if (entry === null) return editMember(text, root, member, edit)
  return editElement(text, member.value, Number(entry[1]), edit)
}

/** Paths show odd names in quotes. */
function unquote(name: string): unknown {
  return name.startsWith('"') ? JSON.parse(name) : name
}

function editMember(text: string, root: ObjectNode, member: Member, edit: Edit): string {
  if ('replace' in edit) return splice(text, member.value, printLiteral(edit.replace))
  if ('rename' in edit) return splice(text, member.key, edit.rename)
  return removeItem(text, root.members, member)
}

function editElement(text: string, list: Node, index: number, edit: Edit): string | null {
  if (list.kind === 'plain' && typeof list.value === 'string') {
    return editListText(text, list, list.value, index, edit)
  }
  const element = list.kind === 'array' ? list.elements[index] : undefined
  if (list.kind !== 'array' || element === undefined || 'rename' in edit) return null
  const replacement = 'replace' in edit ? printElement(edit.replace) : ''
  return replacement === ''
    ? removeItem(text, list.elements, element)
    : splice(text, element, replacement)
}

/** `'GET,put'` is a list too. */
function editListText(text: string, range: Range, list: string, index: number, edit: Edit): string {
  const names = list.split(',').map((name) => name.trim())
  names.splice(index, 1, ...('replace' in edit ? [String(edit.replace)] : []))
  return splice(text, range, printLiteral(names.join(',')))
}

/** What replaces one element may be several. */
function printElement(value: unknown): string {
  return Array.isArray(value) ? value.map(printLiteral).join(', ') : printLiteral(value)
}

/** Removes an item with one of the commas around it. */
function removeItem(text: string, items: readonly Range[], item: Range): string {
  const before = items[items.indexOf(item) - 1]
  const after = items[items.indexOf(item) + 1]
  if (after !== undefined) return splice(text, { start: item.start, end: after.start }, '')
  if (before !== undefined) return splice(text, { start: before.end, end: item.end }, '')
  const comma = /^(?:\s*,)?/.exec(text.slice(item.end))?.join().length
  return splice(text, { start: item.start, end: item.end + Number(comma) }, '')
}

function splice(text: string, { start, end }: Range, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end)
}
