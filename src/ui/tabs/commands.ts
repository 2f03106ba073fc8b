import { audit } from './audit.js'
import { check } from './check.js'
import type { Command } from './command.js'
import { compare } from './compare.js'
import { explain } from './explain.js'
import { applyFixes, policy } from './policy.js'

/** What the page can ask for, by the path below the token. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['audit', audit],
  ['check', check],
  ['compare', compare],
  ['explain', explain],
  ['policy', policy],
  ['fix', applyFixes],
])
