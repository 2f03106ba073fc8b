/** Request headers whose values let others act as the user. */
const SECRET: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'x-api-key',
  'x-auth-token',
  'x-csrf-token',
  'x-xsrf-token',
])

/** Whether code that people copy must not have the value of this header. */
export function isSecretHeader(name: string): boolean {
  return SECRET.has(name.toLowerCase())
}

/** Under which name the environment keeps the value: `AUTHORIZATION`. */
export function variableOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
