/** Says once a second where this tab is in a test document, numbered, so that the other end can tell what got lost. */
import type { ClientTime, PresenceLocation } from '@rollcall/core'

export const TEST_DOCUMENT = 'test-document'
const PUBLISH_EVERY_MS = 1000
/** The imagined document is this long; the tab walks down it, line by line. */
const LINES = 40

export interface LocationPublisherOptions {
  readonly time: ClientTime
  readonly publish: (location: PresenceLocation) => void
}

/** Publishes at once, then every second until the returned function is called. */
export function startPublishing({ time, publish }: LocationPublisherOptions): () => void {
  const startedAt = time.now()
  let count = 0
  let cancel = () => {}
  const tick = () => {
    count += 1
    publish(locationAt(count, time.now()))
    // Aimed at whole seconds since the start, so that late timers do not add up; never at one that is over.
    const dueAt = startedAt + count * PUBLISH_EVERY_MS
    cancel = time.setTimer(Math.max(0, Math.min(PUBLISH_EVERY_MS, dueAt - time.now())), tick)
  }
  tick()
  return () => cancel()
}

/** The number that a session last published; `undefined` where it publishes none. */
export function publishedCount(locations: readonly PresenceLocation[] = []): number | undefined {
  for (const { selection } of locations) {
    if (typeof selection === 'object' && selection !== null && 'count' in selection) {
      if (typeof selection.count === 'number') return selection.count
    }
  }
  return undefined
}

function locationAt(count: number, now: number): PresenceLocation {
  return {
    type: 'document',
    documentId: TEST_DOCUMENT,
    path: ['lines', count % LINES],
    selection: { count },
    lastActiveAt: new Date(now).toISOString(),
  }
}
