/** Nothing in these tests waits for it but a failure. Shorter than a test's own time, so that the failure says what was missing. */
const DEADLINE_MS = 4_000
/** For starting and ending a process, on a machine that has other things to do. */
export const PROCESS_DEADLINE_MS = 9_000

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
