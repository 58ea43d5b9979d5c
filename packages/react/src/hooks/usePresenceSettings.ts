'use client'
import { useContext, useMemo } from 'react'
import { type PresenceSettings, resolveSettings, SettingsContext } from '../context/presenceSettings.ts'
import { useHydrated } from '../context/useHydrated.ts'

/** Language, zone, words and motion of the nearest provider; outside of one, English and the runtime's. Never throws. */
export function usePresenceSettings(): PresenceSettings {
  const provided = useContext(SettingsContext)
  const hydrated = useHydrated()
  return useMemo(() => provided ?? resolveSettings({ hydrated }), [provided, hydrated])
}
