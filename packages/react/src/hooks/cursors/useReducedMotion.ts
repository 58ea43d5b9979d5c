'use client'
import { type Readable, useStateSource } from '../useStateSource.ts'

const QUERY = '(prefers-reduced-motion: reduce)'

const wish = (): MediaQueryList | undefined =>
  // Absent in jsdom and in old browsers.
  typeof window === 'object' && typeof window.matchMedia === 'function' ? window.matchMedia(QUERY) : undefined

const source: Readable<boolean> = {
  getCurrent: () => wish()?.matches ?? false,
  subscribe: (listener) => {
    const list = wish()
    list?.addEventListener('change', listener)
    return () => list?.removeEventListener('change', listener)
  },
}

/** Whether the person has asked their system for less motion. False on a server. */
export function useReducedMotion(): boolean {
  return useStateSource(source, { initial: false })
}
