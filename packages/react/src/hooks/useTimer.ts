'use client'
import { useProvidedClient } from '../context/clientContext.ts'

/**
 * The client's timer: ms, and what is to be done then; returns what cancels it.
 * @throws PresenceError `missing_provider`
 */
export function useTimer(): (delayMs: number, task: () => void) => () => void {
  return useProvidedClient('useTimer').client.time.setTimer
}
