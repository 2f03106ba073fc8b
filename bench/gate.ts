import { isMet, measured, type Row } from './results.js'
import type { Bar } from './scenario.js'

/** Ratios differ that much between processors, and between busy minutes of one. */
const TOLERANCE = 1.1

/** A bar that a row misses. */
export interface Miss {
  readonly bar: Bar
  /** Whether every process missed it by more than noise. */
  readonly certain: boolean
}

/** The bars missed, but for times, which say nothing on a machine of which nothing is known. */
export function misses(row: Row): readonly Miss[] {
  return row.scenario.bars
    .filter((bar) => bar.kind !== 'time' && !isMet(row, bar))
    .map((bar) => ({ bar, certain: measured(row, bar).low > bar.most * TOLERANCE }))
}
