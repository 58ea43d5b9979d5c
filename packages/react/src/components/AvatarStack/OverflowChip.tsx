'use client'
/** "+4", and who they are: a button and the platform's own popover, which brings Esc, light dismissal and the way back of the focus. */
import { type ReactElement, type ToggleEvent, useCallback, useId } from 'react'
import type { StatusRegistry } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import { focusWhenShown, popoverTarget } from '../popover/popoverAttributes.ts'
import { STOP, useRovingFocus } from '../roving/useRovingFocus.ts'
import { entryId, type StackPerson } from './arrangePeople.ts'
import { OverflowRow } from './OverflowRow.tsx'

interface OverflowChipProps {
  readonly people: readonly StackPerson[]
  readonly statuses: StatusRegistry | undefined
  readonly locale: string
  readonly strings: Strings
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly onSelect: ((person: StackPerson) => void) | undefined
  /** Its place among the stops of the stack; `undefined`: a tab stop of its own. */
  readonly stop: { readonly id: string; readonly isReached: boolean } | undefined
}

export function OverflowChip(props: OverflowChipProps): ReactElement {
  const { people, statuses, locale, strings, isOpen, onToggle, onSelect, stop } = props
  const id = useId()
  const { current, rootProps } = useRovingFocus('vertical')
  const label = strings.morePeople(people.length)
  const ids = people.map(entryId)
  const reached = current !== undefined && ids.includes(current) ? current : ids[0]
  // React 18 does not hear of `toggle` on a popover, so the element is listened to.
  const listen = useCallback(
    (element: HTMLElement | null) => {
      focusWhenShown(element)
      element?.addEventListener('beforetoggle', (event) => {
        // The platform's event, whichever name React's types have for it.
        onToggle((event as unknown as ToggleEvent).newState === 'open')
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
        {/* A sign and a number have no direction of their own and would turn around. */}
        <span dir="ltr">+{people.length}</span>
      </button>
      <div
        className="rc-popover"
        popover="auto"
        id={id}
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        ref={listen}
        {...(onSelect !== undefined && rootProps)}
      >
        {/* A thousand rows are not made before somebody asks for them, and those out of view cost no layout. */}
        <ul>
          {isOpen &&
            people.map((person) => (
              <OverflowRow
                key={entryId(person)}
                {...{ person, statuses, locale, strings, onSelect }}
                isReached={entryId(person) === reached}
              />
            ))}
        </ul>
      </div>
    </>
  )
}
