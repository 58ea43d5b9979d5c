/** Somebody at a glance. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { describeStatus, type Status, type StatusRegistry } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'

interface OwnProps {
  readonly userId: string
  readonly name: string
  /** Address of a picture. */
  readonly picture?: string | undefined
  /** Absent = not known, which is not `offline`. */
  readonly status?: Status | undefined
  /** Their own words beside the status. */
  readonly statusText?: string | undefined
  readonly activity?: string | undefined
  readonly project?: string | undefined
  /** How they are and since when. Default: the status in a word. */
  readonly seen?: ReactNode
  /** Their tabs and devices, such as a `SessionListView`. Default: not shown. */
  readonly sessions?: ReactNode
  /** What can be done with them. Default: nothing. */
  readonly children?: ReactNode
  /** The person at this page. Default false. */
  readonly self?: boolean | undefined
  /** Our own link is down: all of it is from before. Default false. */
  readonly stale?: boolean | undefined
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type PersonCardViewProps = WithPart<
  ComponentPropsWithoutRef<'div'>,
  { readonly status: Status | undefined; readonly isStale: boolean },
  OwnProps
>

/** The status is a word on it, so that the picture beside it is decoration. */
export const PersonCardView: Part<PersonCardViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  PersonCardViewProps
>(function PersonCardView(props, ref) {
  const { userId, name, picture, status, statusText, activity, project, seen, sessions, children, ...most } = props
  const { self = false, stale = false, statuses, locale, strings = en, ...given } = most
  const doing = [activity, project].filter((word) => word !== undefined && word !== '').join(' · ')
  const { label } = describeStatus(status, { statuses, strings })
  const word = self && status === 'invisible' ? strings.invisibleToOthers : label
  return (
    <PartRoot
      tag="div"
      name="rc-person-card"
      state={{ status, isStale: stale }}
      attributes={{ status: status ?? 'unknown', self, stale }}
      own={{ role: 'group', 'aria-label': name }}
      given={given}
      ref={ref}
    >
      <div data-slot="head">
        <AvatarView
          {...{ userId, name, picture, self, stale, statuses, locale, strings }}
          status={status ?? 'unknown'}
          size={48}
          label="none"
        />
        <span data-slot="words">
          <strong data-slot="name">
            <bdi>{name}</bdi>
            {self && ` (${strings.you})`}
          </strong>
          <span className="rc-note" data-slot="seen">
            {stale ? strings.stale({ label: word }) : (seen ?? word)}
          </span>
          {statusText !== undefined && (
            <span data-slot="text">
              <bdi>{statusText}</bdi>
            </span>
          )}
          {doing !== '' && (
            <span className="rc-note" data-slot="doing">
              <bdi>{doing}</bdi>
            </span>
          )}
        </span>
      </div>
      {sessions !== undefined && <div data-slot="sessions">{sessions}</div>}
      {children !== undefined && <div data-slot="actions">{children}</div>}
    </PartRoot>
  )
})
