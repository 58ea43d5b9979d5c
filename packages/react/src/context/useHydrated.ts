'use client'
import { useSyncExternalStore } from 'react'

const never = (): (() => void) => () => {}
const yes = (): boolean => true
const no = (): boolean => false

/** False on a server and in the render that takes its page over; then, and in a page that no server rendered, true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, yes, no)
}
