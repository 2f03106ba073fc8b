import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'

/** A file of the page. */
export interface Asset {
  /** The value of `Content-Type`. */
  readonly type: string
  readonly content: Uint8Array
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
])

/** In `src/`, the folder is next to this file; the build copies it to `dist/`. */
const FOLDER = new URL('page/', import.meta.url)

/** The files that may be asked for, so that no path leads anywhere else. */
const NAMES: ReadonlySet<string> = new Set(readdirSync(FOLDER))

export function isAsset(name: string): boolean {
  return NAMES.has(name)
}

/** @param name of a file of the page */
export async function readAsset(name: string): Promise<Asset> {
  const content = await readFile(new URL(name, FOLDER))
  return { type: String(TYPES.get(extname(name))), content }
}
