import { isSecretHeader } from '../../browser/verdict/secret-mask.js'

const CREDENTIALS = /^(?:(?:proxy-)?authorization|cookie)$/i

/** Whether code that people copy must read the value of this header from the environment. */
export function belongsInEnvironment(name: string): boolean {
  return CREDENTIALS.test(name) || isSecretHeader(name)
}

/** Under which name the environment keeps the value: `AUTHORIZATION`. */
export function variableOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
