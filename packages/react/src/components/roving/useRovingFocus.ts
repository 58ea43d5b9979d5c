'use client'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { stepOf } from './stepOf.ts'

/** Marks an element as a stop: its value is a name that lasts as long as what it stands for. */
export const STOP = 'data-stop'

export interface RovingFocus {
  /** The one stop that Tab reaches; `undefined` = the first. */
  readonly current: string | undefined
  readonly rootProps: {
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  }
}

interface Held {
  readonly root: HTMLElement
  readonly stop: HTMLElement
  readonly index: number
}

/** Not those of a popover within, which has keys of its own. */
function stopsOf(root: HTMLElement): readonly HTMLElement[] {
  const place = root.closest('[popover]')
  return [...root.querySelectorAll<HTMLElement>(`[${STOP}]`)].filter((stop) => stop.closest('[popover]') === place)
}

/**
 * One tab stop for many things, with arrows, Home and End between them (APG, roving tabindex). Who has the focus keeps
 * it while others come and go; when they go themselves, their neighbour gets it, never the page.
 */
export function useRovingFocus(orientation: 'horizontal' | 'vertical'): RovingFocus {
  const [current, setCurrent] = useState<string>()
  const held = useRef<Held | null>(null)
  useEffect(() => {
    const last = held.current
    if (last === null) return
    const { activeElement, body } = last.root.ownerDocument
    // It has the focus still, or somebody else took it meanwhile and keeps it.
    if (activeElement !== body && activeElement !== null) return
    // Moved to another place it lost the focus on the way; gone, its neighbour is next.
    if (last.stop.isConnected) return last.stop.focus()
    held.current = null
    const stops = stopsOf(last.root)
    // Nobody left: the dialog around them has it, where there is one.
    const heir = stops[Math.min(last.index, stops.length - 1)] ?? last.root.closest<HTMLElement>('[tabindex]')
    heir?.focus()
  })
  return {
    current,
    rootProps: {
      onFocus: ({ currentTarget, target }) => {
        const stop = target.closest<HTMLElement>(`[${STOP}]`)
        if (stop === null) return
        const index = stopsOf(currentTarget).indexOf(stop)
        if (index < 0) return
        held.current = { root: currentTarget, stop, index }
        setCurrent(stop.getAttribute(STOP) ?? undefined)
      },
      onBlur: ({ target }) => {
        // An element that is taken out blurs as well, in some browsers; then its place is still wanted.
        if (target.isConnected) held.current = null
      },
      onKeyDown: (event) => {
        const isMirrored = orientation === 'horizontal' && getComputedStyle(event.currentTarget).direction === 'rtl'
        const step = stepOf(event.key, { orientation, isMirrored })
        const stops = stopsOf(event.currentTarget)
        const at = stops.findIndex((stop) => stop === stop.ownerDocument.activeElement)
        if (step === undefined || at < 0) return
        event.preventDefault()
        stops[step(at, stops.length - 1)]?.focus()
      },
    },
  }
}
