import {
  AvatarStackView,
  AvatarView,
  ConnectionStatusView,
  FieldPresenceView,
  formatLastSeen,
  LastSeenView,
  PresenceIndicatorView,
  PresenceListView,
  PresenceRowView,
  StatusMenuView,
  TypingIndicatorView,
} from '@rollcall/react'
import { type ReactElement, type ReactNode, useContext } from 'react'
import { StatusGrid } from '../foundations/StatusGrid.tsx'
import { SurroundingsContext } from '../page/surroundings.ts'
import { boardPeople, CONNECTION_STATES, NOW, SEEN_AGES_MS } from './boardFacts.ts'

const noop = (): void => {}
const WIDE = { alignSelf: 'stretch' } as const

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="card column" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Stacks(): ReactElement {
  const { locale, strings } = useContext(SurroundingsContext)
  const words = { locale, strings }
  return (
    <>
      <AvatarStackView people={boardPeople} {...words} />
      <AvatarStackView people={boardPeople} overlap={0} max={null} {...words} />
      <AvatarStackView people={boardPeople} status="ring" max={null} {...words} />
      <AvatarStackView people={boardPeople} stale {...words} />
      <AvatarStackView people={boardPeople.slice(0, 1)} loading {...words} />
      <AvatarStackView people={boardPeople.slice(0, 1)} unavailable {...words} />
      <AvatarStackView people={[]} emptyLabel={strings.onlyYou} {...words} />
    </>
  )
}

function Lists(): ReactElement {
  const { locale, strings } = useContext(SurroundingsContext)
  return (
    <>
      <PresenceListView strings={strings} style={WIDE}>
        {boardPeople.map(({ userId, name, status, isSelf }) => (
          <PresenceRowView key={userId} {...{ userId, name, status, locale, strings }} self={isSelf} />
        ))}
      </PresenceListView>
      <PresenceListView strings={strings} label="Empty" />
      <PresenceListView strings={strings} loading style={WIDE} />
    </>
  )
}

function Texts(): ReactElement {
  const { locale, strings, timeZone } = useContext(SurroundingsContext)
  return (
    <>
      {SEEN_AGES_MS.map((age) => (
        <LastSeenView key={age} {...formatLastSeen(NOW - age, { now: NOW, locale, timeZone, strings })} />
      ))}
      {[0, 1, 2, 4, 6].map((count) => (
        <TypingIndicatorView key={count} people={boardPeople.slice(0, count)} {...{ locale, strings }} />
      ))}
      <TypingIndicatorView people={boardPeople.slice(0, 2)} variant="avatars" {...{ locale, strings }} />
      <TypingIndicatorView people={boardPeople.slice(0, 1)} variant="bubble" {...{ locale, strings }} />
    </>
  )
}

/** All statuses in all sizes, and each component in its states. */
export function Board(): ReactElement {
  const { locale, strings } = useContext(SurroundingsContext)
  return (
    <div className="board" data-motion="off">
      <Part title="Statuses">
        <StatusGrid />
      </Part>
      <Part title="Stale, and faces">
        <PresenceIndicatorView status="online" stale label="visible" strings={strings} />
        <div className="row">
          {boardPeople.map(({ userId, name, status }) => (
            <AvatarView key={userId} {...{ userId, name, status, locale, strings }} size={40} />
          ))}
        </div>
      </Part>
      <Part title="Stacks">
        <Stacks />
      </Part>
      <Part title="Roster">
        <Lists />
      </Part>
      <Part title="Times and typing">
        <Texts />
      </Part>
      <Part title="Connection">
        {CONNECTION_STATES.map((state) => (
          <ConnectionStatusView key={state} {...{ state, strings }} onRetry={noop} />
        ))}
      </Part>
      <Part title="Fields and status">
        <FieldPresenceView people={boardPeople.slice(0, 2)} variant="all" {...{ locale, strings }}>
          <input aria-label="Two people" defaultValue="Two people are here" />
        </FieldPresenceView>
        <FieldPresenceView people={boardPeople.slice(0, 1)} mode="hard-lock" {...{ locale, strings }}>
          <input aria-label="Locked" readOnly defaultValue="Locked" />
        </FieldPresenceView>
        {['online', 'busy', 'invisible'].map((status) => (
          <StatusMenuView key={status} {...{ status, strings }} onChoose={noop} />
        ))}
      </Part>
    </div>
  )
}
