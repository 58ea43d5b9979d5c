'use client'
import type { Politeness } from '../../announcer/announcement.ts'
import { useAnnouncerOf } from '../../context/announcerContext.ts'

/**
 * Says something of the app's own through the provider's live regions, at once. `assertive` interrupts: only for what
 * needs an act. The function keeps its identity. An empty text is not said.
 * @throws PresenceError `missing_provider`
 */
export function useAnnounce(): (text: string, politeness?: Politeness) => void {
  return useAnnouncerOf('useAnnounce').say
}
