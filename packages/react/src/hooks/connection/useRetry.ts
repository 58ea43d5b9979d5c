'use client'
import { useCallback } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'

/**
 * Tries to connect again now, past any wait.
 * @throws PresenceError `missing_provider`
 */
export function useRetry(): () => void {
  const { client } = useProvidedClient('useRetry')
  return useCallback(() => client.retry(), [client])
}
