import type { RoomEvent } from '@rollcall/core'
import { memo } from 'react'
import type { DemoInfo, DemoPresence } from '../../client/demoPresence.ts'
import { Card } from '../../layout/Card.tsx'
import './events.css'

export interface LoggedEvent {
  /** Counts up; never used twice. */
  readonly id: number
  readonly event: RoomEvent<DemoPresence, DemoInfo>
  /** How many of this kind came from this person in a row; the newest is shown. */
  readonly times: number
}

export interface EventsPanelProps {
  /** Newest first. */
  readonly events: readonly LoggedEvent[]
}

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** What happened in the room, as the app is told it. Not a live region: the roster says the same. */
export function EventsPanel({ events }: EventsPanelProps) {
  return (
    <Card title="Events" caption="newest first" area="events">
      {/* Scrolls, so it has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol className="events" data-testid="events" tabIndex={0} aria-label="Events of the room">
        {events.map((logged) => (
          <EventLine key={logged.id} logged={logged} />
        ))}
        {events.length === 0 ? <li className="events-none">Nothing has happened yet.</li> : undefined}
      </ol>
    </Card>
  )
}

/** Drawn again when it counts one more, not with every line above it. */
const EventLine = memo(function EventLine({ logged: { event, times } }: { readonly logged: LoggedEvent }) {
  return (
    <li className="event" data-type={event.type} data-user-id={event.member.userId}>
      <time className="event-time mono" dateTime={new Date(event.at).toISOString()}>
        {clockTime.format(event.at)}
      </time>
      <span className="event-type mono">{event.type}</span>
      <span className="event-who">
        <bdi>{event.member.info.name}</bdi>
      </span>
      <span className="event-times mono">{times > 1 ? `×${times}` : ''}</span>
    </li>
  )
})
