'use client'
import { useMemo, useState, type ReactElement, type ReactNode } from 'react'
import type { AnnouncementPolicy } from '../announcer/announcementPolicy.ts'
import { AnnouncerContext } from './announcerContext.ts'
import { ClientContext, type ProvidedClient } from './clientContext.ts'
import { type PresenceSettingsProps, resolveSettings, SettingsContext } from './presenceSettings.ts'
import type { RegisteredClient } from './register.ts'
import { useHydrated } from './useHydrated.ts'
import { useProvidedAnnouncer } from './useProvidedAnnouncer.ts'

export interface PresenceProviderProps extends PresenceSettingsProps {
  /** Made once, outside of components; the provider does not dispose of it. */
  readonly client: RegisteredClient
  /**
   * What screen readers are told. Default: typing, our own connection, failures and who comes to my field at `low`;
   * who comes and goes in the room `off`.
   */
  readonly announce?: Partial<AnnouncementPolicy> | undefined
  readonly children?: ReactNode
}

/**
 * Hands a client, a language and a zone to everything below, and keeps the two live regions of the page. Opens nothing
 * by itself. With `motion` given, an element without a box (`display: contents`) around the children carries
 * `data-motion`, which the stylesheet reads.
 */
export function PresenceProvider(props: PresenceProviderProps): ReactElement {
  const { client, locale, timeZone, strings, hourCycle, timeDisplay, motion, announce, children } = props
  const [firstSelf] = useState(() => client.self.getCurrent())
  const provided = useMemo<ProvidedClient>(() => ({ client, firstSelf }), [client, firstSelf])
  const hydrated = useHydrated()
  const settings = useMemo(
    () => resolveSettings({ hydrated, locale, timeZone, strings, hourCycle, timeDisplay, motion }),
    [hydrated, locale, timeZone, strings, hourCycle, timeDisplay, motion],
  )
  const announcer = useProvidedAnnouncer(client, settings, announce)
  return (
    <ClientContext.Provider value={provided}>
      <SettingsContext.Provider value={settings}>
        <AnnouncerContext.Provider value={announcer}>
          {motion === undefined ? children : <div {...{ 'data-motion': motion, style: NO_BOX }}>{children}</div>}
        </AnnouncerContext.Provider>
      </SettingsContext.Provider>
    </ClientContext.Provider>
  )
}

const NO_BOX = { display: 'contents' } as const
