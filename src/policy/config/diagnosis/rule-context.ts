import type { OriginContext } from '../../origins/origin-risks.js'

/** What decides which origins are accepted. */
export interface RuleContext extends OriginContext {
  /** The unsafe codes that are acknowledged. */
  readonly accepted?: readonly string[]
}

/** The position of a would-be origin in the options. */
export interface Place {
  readonly inList: boolean
  /** Whether it can be left out, because other entries stay. */
  readonly isRemovable: boolean
  /** Whether a function has answered with it. */
  readonly isAnswer?: boolean
}

/** Whether an unsafe code counts. */
export function isUnsafe(code: string, { credentials, accepted = [] }: RuleContext): boolean {
  return credentials && !accepted.includes(code)
}
