import { memoryUsage } from 'node:process'
import { createPolicy } from 'strict-cors'
import { exactOrigins } from '../inputs.js'
import { BY_HAND, type Probe, type Scenario, SUBJECT } from '../scenario.js'

const COUNT = 1_000_000

/** Reachable from everywhere, so that nothing is collected before it is measured. */
const kept: unknown[] = []

/** @param make makes what is kept of a list of origins, which itself is dropped */
function probeBuild(make: (origins: readonly string[]) => unknown): Probe {
  return () => {
    const time = timeToBuild(make)
    const full = heapAfterCollection()
    kept.length = 0
    return { time, bytes: (full - heapAfterCollection()) / COUNT }
  }
}

function timeToBuild(make: (origins: readonly string[]) => unknown): number {
  const origins = exactOrigins(COUNT)
  const start = performance.now()
  kept.push(make(origins))
  return (performance.now() - start) * 1e6
}

function heapAfterCollection(): number {
  globalThis.gc?.()
  return memoryUsage().heapUsed
}

/** Time to build a policy, and what it keeps, its strings included. */
export const BUILDING: Scenario = {
  group: 'building',
  title: 'a policy of 1,000,000 origins',
  bars: { bytes: 100 },
  rounds: 6,
  probes: async () => ({
    [BY_HAND]: probeBuild((origins) => new Set(origins)),
    [SUBJECT]: probeBuild((origin) => createPolicy({ origin })),
  }),
}
