import type { ClientTime } from '@rollcall/core'
import { useEffect, useState } from 'react'

export interface LastingOptions {
  readonly time: ClientTime
  readonly forMs: number
}

/** Whether something has been so without a break for `forMs`. What ends, ends at once. */
export function useLasting(isSo: boolean, { time, forMs }: LastingOptions): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const cancel = time.setTimer(forMs, () => setLasted(true))
    return () => {
      cancel()
      setLasted(false)
    }
  }, [isSo, time, forMs])
  return isSo && lasted
}
