import { memoryUsage } from 'node:process'
import { createPolicy } from 'strict-cors'
import { exactOrigins } from '../inputs.js'
import { BY_HAND, type Probe, type Scenario, SUBJECT } from '../scenario.js'

/** Reachable from everywhere, so that nothing is collected before it is measured. */
const kept: unknown[] = []

/** @param make makes what is kept of a list of origins, which itself is dropped */
function probeBuild(count: number, make: (origins: readonly string[]) => unknown): Probe {
  return () => {
    const time = build(count, make)
    const full = heapAfterCollection()
    kept.length = 0
    return { time, bytes: (full - heapAfterCollection()) / count }
  }
}

function build(count: number, make: (origins: readonly string[]) => unknown): number {
  const origins = exactOrigins(count)
  const start = performance.now()
  kept.push(make(origins))
  return performance.now() - start
}

function heapAfterCollection(): number {
  globalThis.gc?.()
  return memoryUsage().heapUsed
}

/** Time to build a policy, and what it keeps, its strings included. */
export const BUILDING: Scenario = {
  group: 'building',
  title: 'a policy of 1,000,000 origins',
  unit: 'ms',
  bars: [{ kind: 'bytes', most: 100 }],
  rounds: 6,
  long: false,
  async probes() {
    return {
      [BY_HAND]: probeBuild(1_000_000, (origins) => new Set(origins)),
      [SUBJECT]: probeBuild(1_000_000, (origin) => createPolicy({ origin })),
    }
  },
}
