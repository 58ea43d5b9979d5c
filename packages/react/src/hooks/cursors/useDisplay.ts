'use client'
import type { DisplayTime } from '@rollcall/core'
import { useProvidedClient } from '../../context/clientContext.ts'

/**
 * The screen of the client's page.
 * @throws PresenceError `missing_provider`
 */
export function useDisplay(): DisplayTime {
  return useProvidedClient('useDisplay').client.display
}
