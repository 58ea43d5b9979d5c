import { useEventLog } from '../../client/useEventLog.ts'
import { EventsPanel } from './EventsPanel.tsx'

/** The events of the room. Apart from the screen, which need not be drawn for each of them. */
export function EventsSection() {
  return <EventsPanel events={useEventLog()} />
}
