import type { HeaderList } from '../../fetch/header-list.js'

const SECRET: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'set-cookie',
])

/** Whether values of this header must not be shown. */
export function isSecretHeader(name: string): boolean {
  return SECRET.has(name.toLowerCase())
}

/** The same headers, without secrets. */
export function maskHeaders(headers: HeaderList): HeaderList {
  return headers.map(([name, value]) => [name, isSecretHeader(name) ? '•••' : value] as const)
}

/** Under which name a shell keeps the value of a secret header: `AUTHORIZATION`. */
export function variableOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
