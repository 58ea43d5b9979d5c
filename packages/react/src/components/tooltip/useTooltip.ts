'use client'
import { type FocusEvent, type PointerEvent, useEffect, useId, useState } from 'react'

export interface TooltipState {
  readonly id: string
  readonly isShown: boolean
  /** For the element that is explained, which holds the tooltip, so that a pointer may move onto it. */
  readonly handlers: {
    readonly onPointerEnter: (event: PointerEvent) => void
    readonly onPointerLeave: () => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: () => void
  }
}

/**
 * A tooltip after APG and WCAG 1.4.13: comes with hover and with focus, stays under the pointer, and Esc takes it away
 * wherever the focus is, without moving it.
 */
export function useTooltip(): TooltipState {
  const id = useId()
  // The document that the element is in; `null` while nothing is shown.
  const [shownIn, setShownIn] = useState<Document | null>(null)
  useEffect(() => {
    if (shownIn === null) return undefined
    const dismiss = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setShownIn(null)
    }
    shownIn.addEventListener('keydown', dismiss)
    return () => shownIn.removeEventListener('keydown', dismiss)
  }, [shownIn])
  const show = ({ currentTarget }: { readonly currentTarget: Element }): void => setShownIn(currentTarget.ownerDocument)
  const hide = (): void => setShownIn(null)
  return {
    id,
    isShown: shownIn !== null,
    handlers: { onPointerEnter: show, onPointerLeave: hide, onFocus: show, onBlur: hide },
  }
}
