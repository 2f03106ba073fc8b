import type { CorsOptions } from '../../../../src/index.js'

export function refusesAnUnsetEnvironmentVariableInAnAnnotation() {
  // @ts-expect-error
  const options: CorsOptions = { origin: process.env.ORIGIN }
  return options
}
