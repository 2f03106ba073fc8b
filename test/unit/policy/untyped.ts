import {
  CorsConfigError,
  createPolicy,
  type Policy,
  type PolicyEnvironment,
} from '../../../src/index.js'

/** Makes a policy as JavaScript does, where no compiler has looked at the options. */
export function createUntyped(options: unknown, environment?: PolicyEnvironment): Policy {
  return Reflect.apply(createPolicy, undefined, [options, environment])
}

/** The error that wrong options throw. */
export function configErrorOf(options: unknown, environment?: PolicyEnvironment): CorsConfigError {
  try {
    createUntyped(options, environment)
  } catch (error) {
    if (error instanceof CorsConfigError) return error
    throw error
  }
  throw new Error('no error was thrown')
}

/** A message without its last line, which is the address of the page of its codes. */
export function withoutPage(message: string): string {
  return message.replace(/\n {2}https:\S*$/, '')
}
