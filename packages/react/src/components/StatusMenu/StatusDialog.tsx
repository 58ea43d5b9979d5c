'use client'
import { type ReactElement, type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { ToggleEvent } from 'react'

interface StatusDialogProps {
  readonly label: string
  /** What it belongs to: it lies beside it, and the focus goes back to it. */
  readonly source: RefObject<HTMLElement | null>
  readonly onClosed: () => void
  /** Gets what closes it. */
  readonly children: (close: () => void) => ReactNode
}

function Content({ close, children }: Pick<StatusDialogProps, 'children'> & { readonly close: () => void }): ReactNode {
  return children(close)
}

/** Beside the menu and not in it: keys that write would lead around in a menu. Being mounted it is open. */
export function StatusDialog({ label, source, onClosed, children }: StatusDialogProps): ReactElement {
  const dialog = useRef<HTMLDivElement>(null)
  const close = useCallback((): void => void dialog.current?.togglePopover({ force: false }), [])
  useEffect(() => {
    const element = dialog.current
    element?.togglePopover({ force: true, ...(source.current !== null && { source: source.current }) })
    const toggled = (event: Event): void => {
      // The platform's event, whichever name React's types have for it.
      if ((event as unknown as ToggleEvent).newState === 'closed') onClosed()
    }
    const pressed = (event: KeyboardEvent): void => {
      // Of an open list, Esc closes the list.
      if (event.key !== 'Escape' || event.target instanceof HTMLSelectElement) return
      event.preventDefault()
      close()
    }
    element?.addEventListener('toggle', toggled)
    element?.addEventListener('keydown', pressed)
    return () => {
      element?.removeEventListener('toggle', toggled)
      element?.removeEventListener('keydown', pressed)
    }
  }, [source, onClosed, close])
  return (
    <div className="rc-popover" popover="auto" role="dialog" aria-label={label} ref={dialog}>
      <Content close={close}>{children}</Content>
    </div>
  )
}
