import type { Facts } from './reading/read-fact.js'

/** What a message means and what to do, for the person at the server. */
export interface MeaningAndFix {
  readonly meaning: (facts: Facts) => string
  readonly fix: (facts: Facts) => string
}
