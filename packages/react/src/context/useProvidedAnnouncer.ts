'use client'
import { useEffect, useState } from 'react'
import type { AnnouncementPolicy } from '../announcer/announcementPolicy.ts'
import { type Announcer, createAnnouncer } from '../announcer/createAnnouncer.ts'
import { openLiveRegions } from '../announcer/liveRegions.ts'
import { linkFact } from './linkFact.ts'
import type { PresenceSettings } from './presenceSettings.ts'
import type { RegisteredClient } from './register.ts'

/** The announcer of a provider: its regions stand while the provider is mounted, and it hears of the connection itself. */
export function useProvidedAnnouncer(
  client: RegisteredClient,
  language: PresenceSettings,
  policy: Partial<AnnouncementPolicy> | undefined,
): Announcer {
  const [kept, setKept] = useState(() => ({ client, announcer: createAnnouncer(client.time, { language, policy }) }))
  let { announcer } = kept
  if (kept.client !== client) {
    announcer = createAnnouncer(client.time, { language, policy })
    setKept({ client, announcer })
  }
  useEffect(() => announcer.speakAs({ language, policy }), [announcer, language, policy])
  useEffect(() => {
    const regions = openLiveRegions(document.body, client.time)
    const close = announcer.openOutlet('page', regions.add)
    const hearLink = (): void => announcer.hear({ type: 'link', fact: linkFact(client.connection.getCurrent()) })
    const unsubscribe = client.connection.subscribe(hearLink)
    hearLink()
    return () => {
      unsubscribe()
      close()
      regions.remove()
    }
  }, [announcer, client])
  return announcer
}
