import type { ViteUserConfig } from 'vitest/config'

type Reporters = NonNullable<NonNullable<ViteUserConfig['test']>['reporters']>

/** The terminal, and a JSON file in the folder that `REPORTS` names, if it does. */
export function reportersOf(suite: string): Reporters {
  const folder = process.env.REPORTS
  return folder === undefined
    ? ['default']
    : ['default', ['json', { outputFile: `${folder}/${suite}.json` }]]
}
