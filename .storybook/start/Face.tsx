import { AvatarStackView, LastSeenView, PresenceIndicatorView, TypingIndicatorView } from '@rollcall/react'
import type { ReactElement } from 'react'
import { PageGround } from '../page/PageGround.tsx'

const people = [
  { userId: 'ada', name: 'Ada Lovelace', status: 'online', isSelf: true },
  { userId: 'bo', name: 'Bo Nyström', status: 'online' },
  { userId: 'chidi', name: 'Chidi Abara', status: 'away' },
  { userId: 'dina', name: 'Dina Berg', status: 'busy' },
  { userId: 'emre', name: 'Emre Costa', status: 'online' },
]

/** The kit in one line, for the first page. */
export function Face(): ReactElement {
  return (
    <PageGround>
      <div className="row">
        <AvatarStackView people={people} size={40} />
        <PresenceIndicatorView status="online" label="visible" />
        <PresenceIndicatorView status="away" label="visible" />
        <LastSeenView text="Last seen yesterday 23:30" />
        <TypingIndicatorView people={people.slice(1, 2)} />
      </div>
    </PageGround>
  )
}
