'use client'
import { type FocusEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'

export interface HoverCard {
  readonly id: string
  readonly isOpen: boolean
  /** For the element that holds both what is explained and the card, so that a pointer may move onto it. */
  readonly handlers: {
    readonly onPointerEnter: (event: PointerEvent) => void
    readonly onPointerLeave: () => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

export interface HoverCardOptions {
  /** How long a pointer rests before it opens, ms: one that only passes opens nothing. The focus opens at once. */
  readonly delayMs: number
  readonly setTimer: (delayMs: number, task: () => void) => () => void
}

const isFromOutside = ({ currentTarget, relatedTarget }: FocusEvent): boolean =>
  !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))

/**
 * Opens while the pointer or the focus is there, for as long as either is, and goes by Esc without moving them
 * (WCAG 1.4.13). Gone by Esc it comes again when one of them does.
 */
export function useHoverCard({ delayMs, setTimer }: HoverCardOptions): HoverCard {
  const id = useId()
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const cancel = useRef<(() => void) | undefined>(undefined)
  const stopWaiting = (): void => {
    cancel.current?.()
    cancel.current = undefined
  }
  useEffect(() => stopWaiting, [])
  const isOpen = isHovered || isFocused
  useEffect(() => {
    if (!isOpen) return undefined
    const dismiss = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setHovered(false)
      setFocused(false)
    }
    document.addEventListener('keydown', dismiss)
    return () => document.removeEventListener('keydown', dismiss)
  }, [isOpen])
  return {
    id,
    isOpen,
    handlers: {
      onPointerEnter: ({ pointerType }) => {
        // A finger does not hover: it gives the focus.
        if (pointerType === 'touch') return
        stopWaiting()
        cancel.current = setTimer(delayMs, () => setHovered(true))
      },
      onPointerLeave: () => {
        stopWaiting()
        setHovered(false)
      },
      onFocus: (event) => {
        if (isFromOutside(event)) setFocused(true)
      },
      onBlur: (event) => {
        if (isFromOutside(event)) setFocused(false)
      },
    },
  }
}
