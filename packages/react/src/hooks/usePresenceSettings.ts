'use client'
import { useContext, useState } from 'react'
import { type PresenceSettings, resolveSettings, SettingsContext } from '../context/presenceSettings.ts'

/** Language, zone, words and motion of the nearest provider; outside of one, English and the runtime's. Never throws. */
export function usePresenceSettings(): PresenceSettings {
  const provided = useContext(SettingsContext)
  const [fallback] = useState(() => (provided === undefined ? resolveSettings({}) : provided))
  return provided ?? fallback
}
