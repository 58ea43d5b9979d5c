'use client'
import { browserEnvironment, createDisplayTime, type DisplayTime } from '@rollcall/core'
import { useState } from 'react'

export type { DisplayTime }

/** The screen that is handed in; else the browser's own, for views that know no client. */
export function usePageDisplay(given: DisplayTime | undefined): DisplayTime {
  const [display] = useState(() => given ?? createDisplayTime(browserEnvironment()))
  return given ?? display
}
