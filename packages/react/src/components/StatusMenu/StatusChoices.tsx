'use client'
/** The menu of statuses (APG): what is chosen has the focus first, and letters lead to what begins with them. */
import { forwardRef, type ReactElement } from 'react'
import { describeStatus, type Status, type StatusRegistry } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part } from '../part/partProps.ts'
import { popoverClose } from '../popover/popoverAttributes.ts'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import { useMenuKeys } from './useMenuKeys.ts'
import { MenuGlyph, PEN, ROUND } from './MenuGlyph.tsx'

interface StatusChoicesProps {
  readonly id: string
  readonly label: string
  readonly chosen: Status | 'auto'
  readonly choices: readonly Status[]
  readonly onChoose: (status: Status | 'auto') => void
  /** Leads to the words beside the status; absent: there is no such entry. */
  readonly onWrite: (() => void) | undefined
  /** Takes the menu away. */
  readonly onLeave: () => void
  readonly statuses: StatusRegistry | undefined
  readonly strings: Strings
}

export const StatusChoices: Part<StatusChoicesProps, HTMLDivElement> = forwardRef<HTMLDivElement, StatusChoicesProps>(
  function StatusChoices(props, ref) {
    const { id, label, chosen, choices, onChoose, onWrite, onLeave, statuses, strings } = props
    const handlers = useMenuKeys(strings.language, onLeave)
    const all: readonly (Status | 'auto')[] = ['auto', ...choices]
    const first = all.includes(chosen) ? chosen : 'auto'
    return (
      <div
        className="rc-popover"
        popover="auto"
        {...{ id, ref }}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        {...handlers}
      >
        {all.map((choice) => (
          <button
            key={choice}
            type="button"
            className="rc-choice"
            role="menuitemradio"
            aria-checked={choice === chosen}
            tabIndex={-1}
            // What a popover looks for when it is shown; React keeps its own prop of that name from the document.
            ref={(element) => void element?.toggleAttribute('autofocus', choice === first)}
            onClick={() => onChoose(choice)}
            {...popoverClose(id)}
          >
            {choiceWords(choice, { statuses, strings })}
          </button>
        ))}
        {onWrite !== undefined && (
          <>
            <button
              type="button"
              className="rc-choice"
              role="menuitem"
              aria-haspopup="dialog"
              tabIndex={-1}
              onClick={onWrite}
            >
              <MenuGlyph path={PEN} />
              {strings.writeStatusText}
            </button>
          </>
        )}
      </div>
    )
  },
)

function choiceWords(
  choice: Status | 'auto',
  { statuses, strings }: { readonly statuses: StatusRegistry | undefined; readonly strings: Strings },
): ReactElement {
  if (choice === 'auto')
    return (
      <>
        <MenuGlyph path={ROUND} />
        {strings.automatic}
      </>
    )
  return (
    <>
      <PresenceIndicatorView status={choice} {...{ statuses, strings }} label="none" />
      {choice === 'invisible' ? strings.invisibleToOthers : describeStatus(choice, { statuses, strings }).label}
    </>
  )
}
