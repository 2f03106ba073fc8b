import { createRequire } from 'node:module'

let require: NodeJS.Require | undefined

/** Loads a module when it is needed. Most apps need none of them, and importing each takes time. */
export function load(name: string) {
  require ??= createRequire(import.meta.url)
  return require(name)
}
