import { vi } from 'vitest'

/** Nothing in these tests waits for it but a failure; long, for machines that have other things to do. */
const DEADLINE_MS = 10_000
/** For starting and ending a process. */
export const PROCESS_DEADLINE_MS = 25_000

// A test's own time must be longer, so that the failure says what was waited for.
vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 })

/** Waits for `promise`; where it does not settle in time, says what was waited for. */
export async function within<T>(what: string, promise: Promise<T>, deadlineMs: number = DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), deadlineMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
