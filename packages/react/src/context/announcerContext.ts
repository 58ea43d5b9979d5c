'use client'
import { createContext, useContext, type Context } from 'react'
import type { Announcer } from '../announcer/createAnnouncer.ts'
import { missingProvider } from './missingProvider.ts'

export const AnnouncerContext: Context<Announcer | undefined> = createContext<Announcer | undefined>(undefined)

/** The provider's announcer for a hook of that name. @throws PresenceError `missing_provider`, naming `hook` */
export function useAnnouncerOf(hook: string): Announcer {
  const announcer = useContext(AnnouncerContext)
  if (announcer === undefined) throw missingProvider(hook, 'PresenceProvider')
  return announcer
}
