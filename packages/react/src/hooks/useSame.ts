'use client'
import { useState } from 'react'

/** The first of several values that are alike, so that an object written inline is no change. */
export function useSame<T>(value: T, isEqual: (a: T, b: T) => boolean): T {
  const [kept, setKept] = useState(value)
  if (isEqual(kept, value)) return kept
  setKept(() => value)
  return value
}

/** Alike as JSON: for the small plain objects that say where somebody is. */
export function sameJson(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b)
}
