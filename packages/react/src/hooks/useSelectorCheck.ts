'use client'
import type { StateSource } from '@rollcall/core'
import { useEffect, useRef } from 'react'
import { isDevelopment } from '../context/isDevelopment.ts'
import { warnOnce } from '../context/warnOnce.ts'

/** What is checked: a selector, and when its results count as the same. */
interface Selecting<T, S> {
  readonly select?: ((value: T) => S) | undefined
  readonly isEqual?: ((a: S, b: S) => boolean) | undefined
}

/** Warnings of selectors are the page's: the same one stands in many rows. */
const PAGE = {}

/** In development, once per component: a selector that makes a new result of the same value renders at every change. */
export function useSelectorCheck<T, S>(
  source: Pick<StateSource<T>, 'getCurrent'>,
  { select, isEqual = Object.is }: Selecting<T, S>,
): void {
  const wasChecked = useRef(false)
  useEffect(() => {
    if (wasChecked.current || select === undefined || !isDevelopment()) return
    wasChecked.current = true
    const value = source.getCurrent()
    if (isEqual(select(value), select(value))) return
    warnOnce(
      PAGE,
      `selector ${select.toString()}`,
      `a selector gives a new result for the same value, so its component renders at every change; select something ` +
        `that stays the same, or pass an isEqual: ${select.toString()}`,
    )
  })
}
