import { memoryUsage } from 'node:process'
import type { Probe, Sample } from './scenario.js'

const MOST_CALLS = 128
const WARM_UP_CALLS = 20_000
/** Long enough for the clock, short enough that few batches are interrupted. In nanoseconds. */
const BATCH_TIME = 60_000

/** Takes what calls return, or V8 would leave out what computes it. */
const sink: { value: unknown } = { value: undefined }

/**
 * Measures batches of calls, in nanoseconds and bytes per call. Each call has a context of its own,
 * made before. What returns a promise is awaited when all the calls of a batch are under way. A
 * scavenge runs before each batch, so that none falls into it: what garbage costs shows in the bytes
 * and in the whole servers.
 *
 * No library does this: mitata has no fresh context for each call, and tinybench, which has one,
 * reads the clock around each call, which takes as long as the call.
 */
export async function probeCalls<Context>(
  fresh: () => Context,
  call: (context: Context) => unknown,
): Promise<Probe> {
  const batchOf = async (count: number): Promise<Sample> => {
    const contexts = Array.from({ length: count }, fresh)
    const pending: unknown[] = []
    globalThis.gc?.({ type: 'minor', execution: 'sync' })
    const before = memoryUsage().heapUsed
    const start = process.hrtime.bigint()
    for (const context of contexts) {
      sink.value = call(context)
      if (sink.value instanceof Promise) pending.push(sink.value)
    }
    await Promise.all(pending)
    const time = Number(process.hrtime.bigint() - start)
    return { time: time / count, bytes: (memoryUsage().heapUsed - before) / count }
  }
  // Until the code is compiled.
  const end = performance.now() + 1000
  let count = 4
  for (let made = 0; made < WARM_UP_CALLS && performance.now() < end; made += count) {
    const { time } = await batchOf(count)
    count = Math.ceil(Math.min(Math.max(BATCH_TIME / time, 4), MOST_CALLS))
  }
  return () => batchOf(count)
}
