import { useSynced } from './useSynced.ts'

/** The same hook, suspending until the room has been whole once. */
export function afterSync<H extends (...args: never[]) => unknown>(name: string, useRead: H): H {
  const useReadAfterSync = (...args: Parameters<H>): unknown => {
    useSynced(name)
    return useRead(...args)
  }
  // It takes and gives what `H` does; the compiler cannot follow overloads through a wrapper.
  return useReadAfterSync as H
}
