/**
 * Time this thread was on a core: waiting for other processes of a busy machine is not counted, their use of the
 * caches is. The counter may move in steps of several ms, so a sample has to be long beside that.
 */

/** What a sample takes at least: 1 to 2 % exact with steps of 4 ms. */
const SAMPLE_US = 200_000

/** Nanoseconds of CPU per call: repeats `run`, which makes `count` calls, until a sample is long enough. */
export function nanosecondsPerCall(count: number, run: () => void): number {
  const before = process.threadCpuUsage()
  let calls = 0
  let usedUs = 0
  while (usedUs < SAMPLE_US) {
    run()
    calls += count
    const { user, system } = process.threadCpuUsage(before)
    usedUs = user + system
  }
  return (usedUs * 1_000) / calls
}
