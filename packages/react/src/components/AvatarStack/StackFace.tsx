import type { ReactElement } from 'react'
import { describeStatus } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import { AvatarView, type AvatarViewProps } from '../Avatar/AvatarView.tsx'
import { STOP } from '../roving/useRovingFocus.ts'
import { entryId, type StackPerson } from './arrangePeople.ts'

/** What all faces of a stack have in common. */
export interface StackLook extends Pick<
  AvatarViewProps,
  'size' | 'show' | 'stale' | 'statuses' | 'locale' | 'strings'
> {
  readonly onSelect?: ((person: StackPerson) => void) | undefined
}

interface StackFaceProps {
  readonly person: StackPerson
  readonly look: StackLook
  /** Whether Tab reaches it. */
  readonly isReached: boolean
}

/** A face; a button where something happens on choosing it. */
export function StackFace({ person, look, isReached }: StackFaceProps): ReactElement {
  const { userId, name, picture, status, isSelf, isLeaving = false } = person
  const { onSelect, ...shared } = look
  const face = { ...shared, userId, name, picture, status, self: isSelf, leaving: isLeaving }
  return (
    <li data-slot="item" data-self={isSelf === true ? '' : undefined} data-leaving={isLeaving ? '' : undefined}>
      {onSelect === undefined ? (
        <AvatarView {...face} {...(isLeaving && { 'aria-label': nameOf(person, look) })} title={name} />
      ) : (
        <button
          type="button"
          className="rc-face"
          title={name}
          tabIndex={isReached ? 0 : -1}
          onClick={() => onSelect(person)}
          {...{ [STOP]: entryId(person) }}
        >
          {/* The picture names the button: its letters are not read beside the name. */}
          <AvatarView {...face} aria-label={nameOf(person, look)} />
        </button>
      )}
    </li>
  )
}

function nameOf({ name, status, isLeaving }: StackPerson, { statuses, strings = en }: StackLook): string {
  if (isLeaving === true) return strings.nameAndStatus({ name, status: strings.justLeft })
  return status === undefined
    ? name
    : strings.nameAndStatus({ name, status: describeStatus(status, { statuses, strings }).label })
}
