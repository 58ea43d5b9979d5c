/** A person: picture, else initials, else a figure; on a colour that is theirs. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactElement } from 'react'
import { describeStatus, type Status, type StatusRegistry } from '../../format/describeStatus.ts'
import { formatInitials } from '../../format/formatInitials.ts'
import { personHue, personStyle } from '../../format/personHue.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { AvatarPicture } from './AvatarPicture.tsx'

export interface AvatarState {
  readonly userId: string
  readonly status: Status | undefined
}

interface OwnProps {
  /** Chooses the colour. */
  readonly userId: string
  readonly name: string
  /** Address of a picture. */
  readonly picture?: string | undefined
  /** How they are, as `show` shows it. Default: nothing of it. */
  readonly status?: Status | undefined
  /** How the status shows. `badge`: its shape at the corner. `ring`: a line around. Default `badge` where a status is given. */
  readonly show?: 'badge' | 'ring' | 'none' | undefined
  /** px. Default 32. */
  readonly size?: number | undefined
  /** `none` where the name stands beside it. Default `name`. */
  readonly label?: 'name' | 'none' | undefined
  readonly stale?: boolean | undefined
  readonly self?: boolean | undefined
  /** Said goodbye a moment ago. */
  readonly leaving?: boolean | undefined
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** BCP 47 tag, for lists, letters and numbers. Default: that of `strings`. */
  readonly locale?: string | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type AvatarViewProps = WithPart<Omit<ComponentPropsWithoutRef<'span'>, 'children'>, AvatarState, OwnProps>

/** One name for the whole: "Ada Lovelace, away"; its parts are decoration. */
export const AvatarView: Part<AvatarViewProps, HTMLSpanElement> = forwardRef<HTMLSpanElement, AvatarViewProps>(
  function AvatarView(props, ref) {
    const { userId, name, picture, status, show = 'badge', size = 32, label = 'name', ...most } = props
    const { stale = false, self = false, leaving = false, statuses, strings = en, ...rest } = most
    const { locale = strings.language, ...given } = rest
    const look = status === undefined ? undefined : describeStatus(status, { statuses, strings })
    const isBadged = look !== undefined && show === 'badge'
    const who = name === '' ? strings.someone : name
    const fullName = look === undefined ? who : strings.nameAndStatus({ name: who, status: look.label })
    return (
      <PartRoot
        tag="span"
        name="rc-avatar"
        state={{ userId, status }}
        attributes={{
          hue: personHue(userId),
          status,
          shape: look?.shape,
          tone: look?.tone,
          ring: look !== undefined && show === 'ring',
          stale,
          self,
          leaving,
        }}
        own={{
          ...(label === 'none' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': fullName }),
          style: { '--rc-avatar-size': `${size}px`, ...personStyle(userId) },
        }}
        given={given}
        ref={ref}
      >
        <span data-slot="face">
          {initials(formatInitials(name, locale))}
          {picture !== undefined && <AvatarPicture source={picture} />}
        </span>
        {isBadged && (
          <PresenceIndicatorView
            {...{ status, stale, self, statuses, strings }}
            label="none"
            size={badgeSize(size)}
            data-anchor="bottom-end"
          />
        )}
      </PartRoot>
    )
  },
)

/** Never under the 8 px at which shapes are told apart. */
function badgeSize(size: number): number {
  return Math.max(8, Math.round(size * 0.3))
}

function initials(text: string): ReactElement {
  if (text !== '') return <span data-slot="initials">{text}</span>
  return (
    <svg data-slot="figure" viewBox="0 0 16 16" fill="currentColor">
      <path d="M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5.5 6a5.5 5.5 0 0 1 11 0Z" />
    </svg>
  )
}
