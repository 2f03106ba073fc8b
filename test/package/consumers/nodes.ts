import { join } from 'node:path'
import { inject } from 'vitest'
import { run } from './command.js'

/** The major versions of Node that the package is made for. */
export const NODES = ['20', '22', '24', '26'] as const

/** Runs a project's program by one version of Node and reads the JSON that it prints. */
export async function runProject(
  node: (typeof NODES)[number],
  project: string,
  program = 'index.js',
): Promise<unknown> {
  return JSON.parse(await runNode(node, [program], project))
}

/** Runs one version of Node in the folder of a project. */
export function runNode(
  node: (typeof NODES)[number],
  args: readonly string[],
  project: string,
): Promise<string> {
  const folder = inject('folder')
  const binary = join(folder, 'node_modules', `node${node}`, 'bin', 'node')
  return run(binary, args, join(folder, project))
}
