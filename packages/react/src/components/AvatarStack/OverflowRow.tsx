import type { ReactElement } from 'react'
import { describeStatus, type StatusRegistry } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import { STOP } from '../roving/useRovingFocus.ts'
import { entryId, type StackPerson } from './arrangePeople.ts'

interface OverflowRowProps {
  readonly person: StackPerson
  readonly isReached: boolean
  readonly onSelect: ((person: StackPerson) => void) | undefined
  readonly statuses: StatusRegistry | undefined
  readonly locale: string
  readonly strings: Strings
}

/** One of those behind the chip. */
export function OverflowRow(props: OverflowRowProps): ReactElement {
  const { person, isReached, onSelect, statuses, locale, strings } = props
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
  if (onSelect === undefined) return <li>{words}</li>
  return (
    <li>
      <button
        type="button"
        className="rc-choice"
        tabIndex={isReached ? 0 : -1}
        onClick={() => onSelect(person)}
        {...{ [STOP]: entryId(person) }}
      >
        {words}
      </button>
    </li>
  )
}
