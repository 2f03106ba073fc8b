import { memoryUsage } from 'node:process'
import { createPolicy } from 'strict-cors'
import { exactOrigins } from '../origins.js'
import { LIMIT, type Probe, type Scenario, SUBJECT } from '../scenario.js'

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

function ofSize(count: number): Scenario {
  return {
    group: 'build',
    title: `a policy of ${count.toLocaleString('en-US')} origins`,
    unit: 'ms',
    reference: LIMIT,
    subject: SUBJECT,
    bars: [{ kind: 'bytes', most: 100 }],
    rounds: 6,
    long: count > 100_000,
    works: null,
    async probes() {
      return {
        [LIMIT]: probeBuild(count, (origins) => new Set(origins)),
        [SUBJECT]: probeBuild(count, (origin) => createPolicy({ origin })),
      }
    },
  }
}

/** Time to make a policy, and what it keeps, its strings included. */
export const BUILD: readonly Scenario[] = [1000, 100_000, 1_000_000].map(ofSize)
