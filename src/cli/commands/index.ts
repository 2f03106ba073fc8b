import type { Command } from '../command.js'

/** Every command, in the order of the help; loaded when it is used. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.js')).check],
  ['audit', async () => (await import('./audit.js')).audit],
  ['compare', async () => (await import('./compare.js')).compare],
  ['explain', async () => (await import('./explain.js')).explain],
  ['ui', async () => (await import('./ui.js')).ui],
])
