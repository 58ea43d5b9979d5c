/** One person of the roster. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import type { Status, StatusRegistry } from '../../format/describeStatus.ts'
import { describeStatus } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { STOP } from '../roving/useRovingFocus.ts'

interface OwnProps {
  readonly userId: string
  readonly name: string
  /** Address of a picture. Default: initials. */
  readonly picture?: string | undefined
  /** How they are. Absent: not known, which is not `offline`. */
  readonly status?: Status | undefined
  /** What stands below the name. Default: the status in a word. */
  readonly children?: ReactNode
  /** How many tabs and devices; told from two on. */
  readonly sessions?: number | undefined
  readonly self?: boolean | undefined
  readonly stale?: boolean | undefined
  /** Makes the row a button. */
  readonly onSelect?: ((userId: string) => void) | undefined
  /** Whether Tab reaches the button: one row of a list does. Default true. */
  readonly isReached?: boolean | undefined
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type PresenceRowViewProps = WithPart<
  ComponentPropsWithoutRef<'li'>,
  { readonly status: Status | undefined },
  OwnProps
>

/** The status is a word in the row, so that the picture beside it is decoration. */
export const PresenceRowView: Part<PresenceRowViewProps, HTMLLIElement> = forwardRef<
  HTMLLIElement,
  PresenceRowViewProps
>(function PresenceRowView(props, ref) {
  const { userId, name, picture, status, children, sessions, self = false, stale = false, ...most } = props
  const { onSelect, isReached = true, statuses, strings = en, locale, ...given } = most
  const word = describeStatus(status, { statuses, strings }).label
  const words = (
    <>
      <AvatarView
        {...{ userId, name, picture, self, stale, statuses, locale, strings }}
        status={status ?? 'unknown'}
        size={36}
        label="none"
      />
      <span data-slot="words">
        <span data-slot="name">
          <bdi>{name}</bdi>
          {self && <span data-slot="tag">{strings.you}</span>}
          {sessions !== undefined && sessions > 1 && <span data-slot="tag">{strings.sessions(sessions)}</span>}
        </span>
        <span data-slot="line">{children ?? word}</span>
      </span>
    </>
  )
  return (
    <PartRoot
      tag="li"
      name="rc-presence-row"
      state={{ status }}
      attributes={{ status: status ?? 'unknown', self, stale, sessions }}
      given={given}
      ref={ref}
    >
      {onSelect === undefined ? (
        words
      ) : (
        <button
          type="button"
          className="rc-choice"
          tabIndex={isReached ? 0 : -1}
          onClick={() => onSelect(userId)}
          {...{ [STOP]: userId }}
        >
          {words}
        </button>
      )}
    </PartRoot>
  )
})
