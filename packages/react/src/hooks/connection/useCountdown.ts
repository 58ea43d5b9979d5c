'use client'
import { useCallback } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { type Timely, useNow } from '../useNow.ts'

interface Countdown extends Timely {
  readonly seconds: number | undefined
}

const NONE: Countdown = { seconds: undefined, nextChangeAt: null }

/**
 * Whole seconds until an instant (epoch ms), counted up to the next one; `undefined` when it is past or there is none.
 * @throws PresenceError `missing_provider`
 */
export function useCountdown(until: number | undefined): number | undefined {
  const { client } = useProvidedClient('useCountdown')
  const read = useCallback(
    (now: number): Countdown => {
      if (until === undefined || now >= until) return NONE
      const seconds = Math.ceil((until - now) / 1000)
      return { seconds, nextChangeAt: until - (seconds - 1) * 1000 }
    },
    [until],
  )
  return useNow(client.time, read, NONE).seconds
}
