'use client'
/** "+4", and who they are: a button and the platform's own popover, which brings Esc, light dismissal and the way back of the focus. */
import { type ReactElement, type ToggleEvent, useCallback, useId, useRef } from 'react'
import { focusWhenShown, popoverTarget } from '../popover/popoverAttributes.ts'
import { STOP } from '../roving/useRovingFocus.ts'
import type { StackPerson } from './arrangePeople.ts'
import { ChipFace } from './ChipFace.tsx'
import { OverflowList } from './OverflowList.tsx'
import type { OverflowLook } from './OverflowRow.tsx'

export interface OverflowChipProps {
  readonly people: readonly StackPerson[]
  readonly look: OverflowLook
  readonly stale: boolean
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** Its place among the stops of the stack; `undefined`: a tab stop of its own. */
  readonly stop: { readonly id: string; readonly isReached: boolean } | undefined
}

export function OverflowChip({ people, look, stale, isOpen, onToggle, stop }: OverflowChipProps): ReactElement {
  const id = useId()
  const popover = useRef<HTMLDivElement | null>(null)
  const label = look.strings.morePeople(people.length)
  // React 18 does not hear of `toggle` on a popover, so the element is listened to.
  const listen = useCallback(
    (element: HTMLDivElement | null) => {
      popover.current = element
      focusWhenShown(element)
      // The platform's event, whichever name React's types have for it.
      const stateOf = (event: Event): string => (event as unknown as ToggleEvent).newState
      element?.addEventListener('beforetoggle', (event) => {
        if (stateOf(event) === 'open') onToggle(true)
      })
      // Not before: a row that goes while it has the focus takes it along, and none is left to be given back.
      element?.addEventListener('toggle', (event) => {
        if (stateOf(event) === 'closed') onToggle(false)
      })
    },
    [onToggle],
  )
  return (
    <>
      <button
        type="button"
        className="rc-chip"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...(stop !== undefined && { tabIndex: stop.isReached ? 0 : -1, [STOP]: stop.id })}
        {...popoverTarget(id)}
      >
        <ChipFace count={people.length} stale={stale} />
      </button>
      <div className="rc-popover" popover="auto" id={id} role="dialog" aria-label={label} tabIndex={-1} ref={listen}>
        {/* A thousand rows are not made before somebody asks for them. */}
        {isOpen && <OverflowList {...{ people, look }} scroller={popover} />}
      </div>
    </>
  )
}
