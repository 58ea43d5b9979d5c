'use client'
import { useMemo, useState, type ReactElement, type ReactNode } from 'react'
import { ClientContext, type ProvidedClient } from './clientContext.ts'
import { type PresenceSettingsProps, resolveSettings, SettingsContext } from './presenceSettings.ts'
import type { RegisteredClient } from './register.ts'

export interface PresenceProviderProps extends PresenceSettingsProps {
  /** Made once, outside of components; the provider does not dispose of it. */
  readonly client: RegisteredClient
  readonly children?: ReactNode
}

/** Hands a client, a language and a zone to everything below. Opens nothing by itself. */
export function PresenceProvider(props: PresenceProviderProps): ReactElement {
  const { client, locale, timeZone, strings, motion, children } = props
  const [firstSelf] = useState(() => client.self.getCurrent())
  const provided = useMemo<ProvidedClient>(() => ({ client, firstSelf }), [client, firstSelf])
  const settings = useMemo(
    () => resolveSettings({ locale, timeZone, strings, motion }),
    [locale, timeZone, strings, motion],
  )
  return (
    <ClientContext.Provider value={provided}>
      <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>
    </ClientContext.Provider>
  )
}
