import { describe, expect, it } from 'vitest'
import { misses, type Row } from '../../../bench/report.js'
import { type Bar, BY_HAND, SUBJECT } from '../../../bench/scenario.js'

const RATIO: Bar = { kind: 'ratio', to: BY_HAND, most: 1.2 }
const TIME: Bar = { kind: 'time', most: 100 }

/** A row of one process for each ratio. */
function row(bar: Bar, ratios: readonly number[]): Row {
  return {
    scenario: {
      group: 'requests',
      title: 'a row',
      bars: [bar],
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
  ])('finds %s', (_what, bar, ratios, certain) => {
    expect(misses(row(bar, ratios)).map((miss) => miss.certain)).toEqual(certain)
  })
})
