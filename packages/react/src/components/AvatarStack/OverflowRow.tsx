import type { ReactElement } from 'react'
import { describeStatus, type StatusRegistry } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import { STOP } from '../roving/useRovingFocus.ts'
import type { RowPlace } from '../rows/WindowedRows.tsx'
import { entryId, type StackPerson } from './arrangePeople.ts'

/** What all rows behind a chip have in common. */
export interface OverflowLook {
  readonly onSelect: ((person: StackPerson) => void) | undefined
  readonly statuses: StatusRegistry | undefined
  readonly locale: string
  readonly strings: Strings
}

interface OverflowRowProps {
  readonly person: StackPerson
  readonly look: OverflowLook
  readonly isReached: boolean
  /** Among how many it is, and where, in a list of which only a part exists. */
  readonly place: (RowPlace & { readonly size: number }) | undefined
}

/** One of those behind the chip. */
export function OverflowRow({ person, look, isReached, place }: OverflowRowProps): ReactElement {
  const { onSelect, statuses, locale, strings } = look
  const { userId, name, picture, status } = person
  const words = (
    <>
      <AvatarView {...{ userId, name, picture, locale, strings }} size={24} label="none" />
      <span data-slot="name">{name}</span>
      {status !== undefined && (
        <PresenceIndicatorView
          {...{ status, statuses, strings }}
          title={describeStatus(status, { statuses, strings }).label}
        />
      )}
    </>
  )
  return (
    <li
      ref={place?.measure}
      data-index={place?.index}
      aria-posinset={place && place.index + 1}
      aria-setsize={place?.size}
    >
      {onSelect === undefined ? (
        words
      ) : (
        <button
          type="button"
          className="rc-choice"
          tabIndex={isReached ? 0 : -1}
          onClick={() => onSelect(person)}
          {...{ [STOP]: entryId(person) }}
        >
          {words}
        </button>
      )}
    </li>
  )
}
