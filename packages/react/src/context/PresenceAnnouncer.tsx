'use client'
import { type ReactElement, useEffect, useRef } from 'react'
import { openLiveRegions } from '../announcer/liveRegions.ts'
import { useAnnouncerOf } from './announcerContext.ts'
import { useProvidedClient } from './clientContext.ts'

/**
 * Live regions of a modal. Put it inside a dialog that makes the rest of the page inert: while it is mounted, what the
 * provider has to say is said here, for what stands outside is not read out.
 * @throws PresenceError `missing_provider`
 */
export function PresenceAnnouncer(): ReactElement {
  const announcer = useAnnouncerOf('<PresenceAnnouncer>')
  const { client } = useProvidedClient('<PresenceAnnouncer>')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return undefined
    const regions = openLiveRegions(place.current, client.time)
    const close = announcer.openOutlet('modal', regions.add)
    return () => {
      close()
      regions.remove()
    }
  }, [announcer, client])
  return <div ref={place} />
}
