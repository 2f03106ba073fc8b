import { describe, expect, it } from 'vitest'
import { misses, type Row } from '../../../bench/report.js'
import { type Bars, BY_HAND, SUBJECT } from '../../../bench/scenario.js'

const RATIO: Bars = { ratio: 1.2 }
const TIME: Bars = { time: 100 }

/** A row of one process for each ratio. */
function row(bars: Bars, ratios: readonly number[]): Row {
  return {
    scenario: {
      group: 'requests',
      title: 'a row',
      bars,
      rounds: 1,
      probes: () => Promise.reject(new Error('not measured here')),
    },
    processes: ratios.map((ratio) => ({
      [BY_HAND]: { time: 100, ratio },
      [SUBJECT]: { time: 100 * ratio, ratio: 1 },
    })),
  }
}

describe('the gate of the benchmark', () => {
  it.each([
    ['no miss if the median meets the bar', RATIO, [1.1, 1.2, 9], []],
    ['a certain miss if every process misses by over a tenth', RATIO, [1.33, 1.4, 1.5], [true]],
    ['a miss within noise if one process meets the bar', RATIO, [1.1, 2, 3], [false]],
    ['a miss within noise if one process misses by a tenth', RATIO, [1.32, 2, 3], [false]],
    ['nothing in a time over its bar', TIME, [5, 5, 5], []],
  ])('finds %s', (_what, bars, ratios, certain) => {
    expect(misses(row(bars, ratios)).map((miss) => miss.certain)).toEqual(certain)
  })
})
