import {
  AvatarStackView,
  ConnectionStatusView,
  PresenceIndicatorView,
  PresenceListView,
  PresenceRowView,
  TypingIndicatorView,
} from '@rollcall/react'
import type { ReactElement } from 'react'

const people = [
  { userId: 'ada', name: 'Ada Lovelace', status: 'online' },
  { userId: 'bo', name: 'Bo Nyström', status: 'busy' },
  { userId: 'chidi', name: 'Chidi Abara', status: 'away' },
  { userId: 'dina', name: 'Dina Berg', status: 'online' },
  { userId: 'emre', name: 'Emre Costa', status: 'online' },
]

/** A little of everything, to look at a theme by. */
export function Sample(): ReactElement {
  return (
    <div className="card column">
      <div className="row">
        <AvatarStackView people={people} />
        <ConnectionStatusView state="connected" />
        <ConnectionStatusView state="reconnecting" />
        <PresenceIndicatorView status="away" label="visible" />
      </div>
      <PresenceListView>
        {people.slice(0, 3).map((person) => (
          <PresenceRowView key={person.userId} {...person} />
        ))}
      </PresenceListView>
      <TypingIndicatorView people={people.slice(1, 3)} />
    </div>
  )
}
