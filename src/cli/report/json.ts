import { escapeJson } from './escape.js'
import type { Report } from './report.js'

/** `{ "version": 1, "checks": […] }`, or another list by its name. */
export function formatJson({ list, entries }: Report): string {
  const document = { version: 1, [list]: entries.flatMap(({ data }) => data ?? []) }
  return `${escapeJson(JSON.stringify(document, null, 2))}\n`
}
