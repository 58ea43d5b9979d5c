'use client'
import { createContext, useContext, type Context } from 'react'
import { missingProvider } from './missingProvider.ts'
import type { RegisteredClient, RegisteredSelf } from './register.ts'

/** What `<PresenceProvider>` hands down. */
export interface ProvidedClient {
  readonly client: RegisteredClient
  /** Who I was when the provider was first rendered: the snapshot a server and a hydrating page agree on. */
  readonly firstSelf: RegisteredSelf
}

export const ClientContext: Context<ProvidedClient | undefined> = createContext<ProvidedClient | undefined>(undefined)

/** @throws PresenceError `missing_provider`, naming `hook` */
export function useProvidedClient(hook: string): ProvidedClient {
  const provided = useContext(ClientContext)
  if (provided === undefined) throw missingProvider(hook, 'PresenceProvider')
  return provided
}

/**
 * The client that `<PresenceProvider>` was given.
 * @throws PresenceError `missing_provider`
 */
export function useClient(): RegisteredClient {
  return useProvidedClient('useClient').client
}
