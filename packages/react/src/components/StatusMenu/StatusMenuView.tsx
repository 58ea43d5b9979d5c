'use client'
/** How I am, and what I want to be instead: a menu button (APG), whose name includes the present status. */
import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, type ReactElement, useId } from 'react'
import { describeStatus, type Status, type StatusRegistry } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { focusWhenShown, popoverClose, popoverTarget } from '../popover/popoverAttributes.ts'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'

interface OwnProps {
  readonly status: Status
  /** What may be chosen. Default: online, away, busy, invisible. */
  readonly choices?: readonly Status[] | undefined
  /** `auto` gives the choice back to activity. */
  readonly onChoose: (status: Status | 'auto') => void
  readonly disabled?: boolean | undefined
  readonly statuses?: StatusRegistry | undefined
  readonly strings?: Strings | undefined
}

export type StatusMenuViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
  { readonly status: Status },
  OwnProps
>

const CHOICES: readonly Status[] = ['online', 'away', 'busy', 'invisible']

export const StatusMenuView: Part<StatusMenuViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  StatusMenuViewProps
>(function StatusMenuView(props, ref) {
  const { status, choices = CHOICES, onChoose, disabled = false, statuses, strings = en, ...given } = props
  const id = useId()
  const { label } = describeStatus(status, { statuses, strings })
  return (
    <PartRoot tag="div" name="rc-status-menu" state={{ status }} attributes={{ status }} given={given} ref={ref}>
      <button
        type="button"
        className="rc-trigger"
        aria-label={strings.myStatus({ status: label })}
        aria-haspopup="menu"
        disabled={disabled}
        {...popoverTarget(id)}
      >
        <PresenceIndicatorView {...{ status, statuses, strings }} label="none" />
        {label}
        <svg data-slot="caret" viewBox="0 0 16 16" aria-hidden fill="none" stroke="currentColor" strokeWidth="2">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </button>
      <div className="rc-popover" popover="auto" id={id} role="menu" tabIndex={-1} onKeyDown={moveFocus}>
        {choices.map((choice) => (
          <Choice
            // Another element once it is the chosen one: it is where the focus goes when the menu opens.
            key={`${choice} ${choice === status}`}
            {...{ id, choice, statuses, strings, onChoose }}
            isChosen={choice === status}
          />
        ))}
        <button
          type="button"
          className="rc-choice"
          role="menuitem"
          tabIndex={-1}
          onClick={() => onChoose('auto')}
          {...popoverClose(id)}
        >
          {strings.automatic}
        </button>
      </div>
    </PartRoot>
  )
})

interface ChoiceProps extends Required<Pick<OwnProps, 'onChoose'>> {
  readonly id: string
  readonly choice: Status
  readonly isChosen: boolean
  readonly statuses: StatusRegistry | undefined
  readonly strings: Strings
}

function Choice({ id, choice, isChosen, statuses, strings, onChoose }: ChoiceProps): ReactElement {
  return (
    <button
      type="button"
      className="rc-choice"
      role="menuitemradio"
      aria-checked={isChosen}
      tabIndex={-1}
      ref={isChosen ? focusWhenShown : undefined}
      onClick={() => onChoose(choice)}
      {...popoverClose(id)}
    >
      <PresenceIndicatorView status={choice} {...{ statuses, strings }} label="none" />
      {choice === 'invisible' ? strings.invisibleToOthers : describeStatus(choice, { statuses, strings }).label}
    </button>
  )
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = items.findIndex((item) => item === item.ownerDocument.activeElement)
  items[step(at, items.length - 1)]?.focus()
}
