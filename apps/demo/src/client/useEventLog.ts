import { usePresenceEvents } from '@rollcall/react'
import { useReducer } from 'react'
import type { LoggedEvent } from '../panels/events/EventsPanel.tsx'

type Log = readonly LoggedEvent[]

/** Older ones are of no interest. */
const KEPT_EVENTS = 60

/** The last events of the room, newest first; what follows each other and is of one kind is one line a person. */
export function useEventLog(): Log {
  const [log, note] = useReducer(logReducer, [])
  usePresenceEvents(note)
  return log
}

function logReducer(log: Log, event: LoggedEvent['event']): Log {
  // Several tabs that publish each second would push everything else out of sight.
  const endOfRun = log.findIndex((logged) => logged.event.type !== event.type)
  const run = endOfRun === -1 ? log : log.slice(0, endOfRun)
  const before = run.find((logged) => logged.event.member.userId === event.member.userId)
  if (before !== undefined) {
    return [{ ...before, event, times: before.times + 1 }, ...log.filter((logged) => logged !== before)]
  }
  const id = Math.max(0, ...log.map((logged) => logged.id)) + 1
  return [{ id, event, times: 1 }, ...log].slice(0, KEPT_EVENTS)
}
