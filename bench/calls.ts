import { memoryUsage } from 'node:process'
import type { Probe } from './scenario.js'

const MOST_CALLS = 128
const WARM_UP_CALLS = 20_000
/** Long enough for the clock, short enough that few batches are interrupted. In nanoseconds. */
const BATCH_TIME = 60_000

/** Calls that can be repeated, each on a context of its own. */
interface Work {
  /** Makes what the next calls are made on. This is not measured. */
  prepare(calls: number): void
  /** Makes the calls. */
  run(): void | Promise<void>
}

/** Takes what calls return, or V8 would leave out what computes it. */
export const sink: { value: unknown } = { value: undefined }

/** Each call on a context of its own, made before. */
export function calls<Context>(fresh: () => Context, call: (context: Context) => unknown): Work {
  let contexts: Context[] = []
  return {
    prepare(count) {
      contexts = Array.from({ length: count }, fresh)
    },
    run() {
      for (const context of contexts) sink.value = call(context)
    },
  }
}

/** The same for calls that may finish later: they are all under way at once. */
export function pendingCalls<Context>(
  fresh: () => Context,
  call: (context: Context, done: () => void) => unknown,
): Work {
  let contexts: Context[] = []
  return {
    prepare(count) {
      contexts = Array.from({ length: count }, fresh)
    },
    run() {
      let pending = contexts.length
      return new Promise((resolve) => {
        const done = () => {
          pending--
          if (pending === 0) resolve()
        }
        for (const context of contexts) call(context, done)
      })
    },
  }
}

/**
 * Measures batches of calls, in nanoseconds and bytes per call. A scavenge runs before each batch,
 * so that none falls into it: what garbage costs shows in the bytes and in the whole servers.
 *
 * No library does this: mitata has no fresh context for each call, and tinybench, which has one,
 * reads the clock around each call, which takes as long as the call.
 */
export async function probeCalls(work: Work): Promise<Probe> {
  const count = await warmUp(work)
  return async () => {
    work.prepare(count)
    globalThis.gc?.({ type: 'minor', execution: 'sync' })
    const before = memoryUsage().heapUsed
    const start = process.hrtime.bigint()
    await work.run()
    const time = Number(process.hrtime.bigint() - start)
    const bytes = memoryUsage().heapUsed - before
    return { time: time / count, bytes: bytes / count }
  }
}

/** Runs until the code is compiled; returns how many calls make a batch. */
async function warmUp(work: Work): Promise<number> {
  let count = 4
  let made = 0
  const end = performance.now() + 1000
  while (made < WARM_UP_CALLS && performance.now() < end) {
    work.prepare(count)
    const start = performance.now()
    await work.run()
    const timePerCall = ((performance.now() - start) * 1e6) / count
    made += count
    count = Math.ceil(Math.min(Math.max(BATCH_TIME / timePerCall, 4), MOST_CALLS))
  }
  return count
}
