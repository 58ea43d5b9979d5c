'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ToggleEvent } from 'react'

export interface Popover {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly isOpen: boolean
  /** `source`: what it belongs to and lies beside. */
  show(source: HTMLElement | null): void
  /** The focus, where it is within, goes back to where it came from. */
  hide(): void
}

/** The platform's popover, with what a script wants of it: whether it is open, and to open and close it by a key. */
export function usePopover(): Popover {
  const ref = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const element = ref.current
    // React 18 does not hear of `toggle` on a popover, so the element is listened to.
    const listen = (event: Event): void => {
      // The platform's event, whichever name React's types have for it.
      setOpen((event as unknown as ToggleEvent).newState === 'open')
    }
    element?.addEventListener('beforetoggle', listen)
    return () => element?.removeEventListener('beforetoggle', listen)
  }, [])
  return {
    ref,
    isOpen,
    show: (source) => ref.current?.togglePopover({ force: true, ...(source !== null && { source }) }),
    hide: () => ref.current?.togglePopover({ force: false }),
  }
}
