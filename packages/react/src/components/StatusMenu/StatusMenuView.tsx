'use client'
/** How I am, and what I want to be instead: a menu button (APG), whose name includes the present status. */
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react'
import { describeStatus, type Status, type StatusRegistry } from '../../format/describeStatus.ts'
import { statusChoices } from '../../format/statusChoices.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { popoverTarget } from '../popover/popoverAttributes.ts'
import { usePopover } from '../popover/usePopover.ts'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import { menuItems } from './menuItems.ts'
import { StatusChoices } from './StatusChoices.tsx'
import { StatusDetails, type StatusPending } from './StatusDetails.tsx'
import { StatusDialog } from './StatusDialog.tsx'

export interface StatusMenuState {
  readonly status: Status
  readonly pending: StatusPending | undefined
  readonly isRefused: boolean
}

interface OwnProps {
  readonly status: Status
  /** What bears the mark; `auto`: activity says the status. Default: `status`. */
  readonly chosen?: Status | 'auto' | undefined
  /** What may be chosen. Default: online, away, busy, what `statuses` adds, invisible. */
  readonly choices?: readonly Status[] | undefined
  /** `auto` gives the choice back to activity. */
  readonly onChoose: (status: Status | 'auto') => void
  /** Words beside the status. */
  readonly text?: string | undefined
  /** When it ends, in words: "until 16:00". */
  readonly until?: string | undefined
  /** Where text and end are changed, such as a `StatusFormView`; gets what closes it. Default: they are not. */
  readonly form?: ((close: () => void) => ReactNode) | undefined
  /** Default: everything that was chosen has been accepted. */
  readonly pending?: StatusPending | undefined
  /** Why the last choice was refused, as the server says it. */
  readonly refusal?: string | undefined
  readonly disabled?: boolean | undefined
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type StatusMenuViewProps = WithPart<Omit<ComponentPropsWithoutRef<'div'>, 'children'>, StatusMenuState, OwnProps>

/** Its choices work while the link is down: what is chosen then goes out later, and `pending` says so. */
export const StatusMenuView: Part<StatusMenuViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  StatusMenuViewProps
>(function StatusMenuView(props, ref) {
  const { status, chosen = status, choices, onChoose, text, until, form, pending, refusal, ...most } = props
  const { disabled = false, statuses, strings = en, ...given } = most
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const menu = usePopover()
  const [isWriting, setWriting] = useState(false)
  const stopWriting = useCallback(() => setWriting(false), [])
  const { label } = describeStatus(status, { statuses, strings })
  const open = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    menu.show(trigger.current)
    menuItems(menu.ref.current)
      .at(event.key === 'ArrowDown' ? 0 : -1)
      ?.focus()
  }
  const write = (): void => {
    // First: what is closed by it gives the focus back to the button, which the form then gives it back to.
    menu.hide()
    setWriting(true)
  }
  const isRefused = refusal !== undefined
  return (
    <PartRoot
      tag="div"
      name="rc-status-menu"
      state={{ status, pending, isRefused }}
      attributes={{ status, pending, refused: isRefused }}
      given={given}
      ref={ref}
    >
      <button
        type="button"
        className="rc-trigger"
        aria-label={strings.myStatus({ status: label })}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        aria-describedby={`${id}-details`}
        disabled={disabled}
        onKeyDown={open}
        // Not every browser gives the focus to a button that is pressed by a pointer; it has to find its way back.
        onClick={(event) => event.currentTarget.focus()}
        ref={trigger}
        {...popoverTarget(`${id}-menu`)}
      >
        <PresenceIndicatorView {...{ status, statuses, strings }} label="none" />
        {label}
        <svg data-slot="caret" viewBox="0 0 16 16" aria-hidden fill="none" stroke="currentColor" strokeWidth="2">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </button>
      <StatusChoices
        id={`${id}-menu`}
        label={strings.myStatus({ status: label })}
        {...{ chosen, onChoose, statuses, strings }}
        choices={choices ?? statusChoices(statuses)}
        onWrite={form === undefined ? undefined : write}
        onLeave={menu.hide}
        ref={menu.ref}
      />
      <StatusDetails id={`${id}-details`} {...{ status, text, until, pending, refusal, strings }} />
      {isWriting && form !== undefined && (
        <StatusDialog label={strings.statusText} source={trigger} onClosed={stopWriting}>
          {form}
        </StatusDialog>
      )}
    </PartRoot>
  )
})
