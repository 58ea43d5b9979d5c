'use client'
/** "+4", and who they are: a button and the platform's own popover, which brings Esc, light dismissal and the way back of the focus. */
import { type ReactElement, useId, useState } from 'react'
import { describeStatus, type StatusRegistry } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import { focusWhenShown, popoverTarget } from '../popover/popoverAttributes.ts'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import type { StackPerson } from './arrangePeople.ts'

interface OverflowChipProps {
  readonly people: readonly StackPerson[]
  readonly statuses: StatusRegistry | undefined
  readonly locale: string
  readonly strings: Strings
}

export function OverflowChip({ people, statuses, locale, strings }: OverflowChipProps): ReactElement {
  const id = useId()
  // A thousand rows are not made before somebody asks for them.
  const [wasOpened, setWasOpened] = useState(false)
  const label = strings.morePeople(people.length)
  return (
    <>
      <button
        type="button"
        className="rc-chip"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setWasOpened(true)}
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
        ref={focusWhenShown}
      >
        <ul>
          {wasOpened && people.map((person) => <Row key={person.userId} {...{ person, statuses, locale, strings }} />)}
        </ul>
      </div>
    </>
  )
}

interface RowProps extends Omit<OverflowChipProps, 'people'> {
  readonly person: StackPerson
}

function Row({ person, statuses, locale, strings }: RowProps): ReactElement {
  const { userId, name, picture, status } = person
  return (
    <li>
      <AvatarView {...{ userId, name, picture, locale, strings }} size={24} label="none" />
      <span data-slot="name">{name}</span>
      {status !== undefined && (
        <PresenceIndicatorView
          {...{ status, statuses, strings }}
          title={describeStatus(status, { statuses, strings }).label}
        />
      )}
    </li>
  )
}
